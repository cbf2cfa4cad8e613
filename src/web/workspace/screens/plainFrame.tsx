import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { frameWords } from '../../../words/workspace/frame.js'
import { AccountMenu } from '../frame/accountMenu.js'
import { chooseLanguage, language, user } from '../session/session.js'
import './screens.css'

/** What stands around the screens that belong to no case. */
export function PlainFrame({
  title,
  children,
  narrow = false,
}: {
  readonly title: string
  readonly children: ComponentChildren
  readonly narrow?: boolean
}) {
  const words = frameWords(language.value)
  const other = language.value === 'ko' ? 'en' : 'ko'
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title, words])
  return (
    <>
      <header class="plain-bar">
        <a class="brand" href="/">
          {words.product}
        </a>
        {user.value === null ? (
          <button
            type="button"
            class="button"
            data-look="quiet"
            lang={other}
            onClick={() => chooseLanguage(other)}
          >
            {words.languageNames[other]}
          </button>
        ) : (
          <AccountMenu />
        )}
      </header>
      <main class="sheet" data-narrow={narrow || undefined}>
        <h1>{title}</h1>
        {children}
      </main>
    </>
  )
}
