import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Session, User } from '../../../api/session.js'
import type { Language } from '../../../model/case.js'
import { type Api, openApi } from '../api/api.js'
import { here, navigate } from '../router/router.js'

const languageKey = 'manil-language'

const known = signal<Session | null>(null)
const chosen = signal<Language | null>(storedLanguage())

/** The session as the server told it; null until it did. */
export const session: ReadonlySignal<Session | null> = known

/** Who is signed in, or null. */
export const user: ReadonlySignal<User | null> = computed(() => known.value?.user ?? null)

/** The language of the page: what was chosen here, else what the server takes the browser to want. */
export const language: ReadonlySignal<Language> = computed(
  () => chosen.value ?? known.value?.language ?? (navigator.language.startsWith('ko') ? 'ko' : 'en'),
)

/** The interface of the workspace, as who is signed in. */
export const api: Api = openApi({
  csrf: () => known.peek()?.csrf ?? null,
  language: () => language.peek(),
  signedOut: () => {
    void loadSession().then(() => {
      if (user.peek() === null) toSignIn()
    })
  },
})

/** Asks who is signed in. */
export async function loadSession(): Promise<boolean> {
  const asked = await api.ask('get', '/api/session')
  if ('refused' in asked) return false
  known.value = asked.given
  return true
}

/** What a sign-in answered. */
export function takeSession(next: Session): void {
  known.value = next
}

/** To the page where one signs in, and from there back to here. */
export function toSignIn(): void {
  const { path, query } = here.peek()
  const to = path === '/' || path === '/signin' ? '' : `?to=${encodeURIComponent(path + query)}`
  navigate(`/signin${to}`, { replace: true })
}

/** An address to return to: inside the workspace, or its first page. */
export function returnAddress(query: string): string {
  const to = new URLSearchParams(query).get('to') ?? '/'
  try {
    const address = new URL(to, location.origin)
    const isHere = to.startsWith('/') && address.origin === location.origin
    return isHere ? address.pathname + address.search + address.hash : '/'
  } catch {
    return '/'
  }
}

/** Signs out and shows the page where one signs in. */
export async function signOut(): Promise<void> {
  await api.ask('delete', '/api/session')
  location.assign('/signin')
}

/** Chooses the language of the page; it is remembered on this device. */
export function chooseLanguage(next: Language): void {
  chosen.value = next
  try {
    localStorage.setItem(languageKey, next)
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}

function storedLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(languageKey)
    return stored === 'ko' || stored === 'en' ? stored : null
  } catch {
    return null
  }
}
