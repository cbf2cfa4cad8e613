import { frameWords } from '../../../words/workspace/frame.js'
import { useCase } from '../case/useCase.js'
import type { Present } from '../connection/presence.js'
import { Menu } from '../pieces/menu.js'
import { casePath, navigate } from '../router/router.js'
import { language } from '../session/session.js'
import './people.css'

/** Somebody who is here: the first letter of their name on their colour. */
export function Face({ person, small = false }: { readonly person: Present; readonly small?: boolean }) {
  return (
    <span
      class="face"
      data-small={small || undefined}
      style={{ background: person.color }}
      title={person.name}
      role="img"
      aria-label={person.name}
    >
      {[...person.name][0] ?? '?'}
    </span>
  )
}

/** Who else has the case open, and where; choosing one goes to where they are. */
export function People() {
  const open = useCase()
  const words = frameWords(language.value)
  const others = onePerUser(open.presence.others.value)
  if (others.length === 0) return null
  const pageName = (person: Present) => {
    const key = person.where?.page ?? ''
    return Object.hasOwn(words.pages, key) ? words.pages[key as keyof typeof words.pages] : ''
  }
  return (
    <Menu
      align="right"
      title={words.here(others.length)}
      label={
        <span class="faces">
          {others.slice(0, 4).map(person => (
            <Face key={person.client} person={person} />
          ))}
          {others.length > 4 && <span class="src">+{others.length - 4}</span>}
        </span>
      }
      items={others.map(person => ({
        label: (
          <>
            <Face person={person} small /> {words.isAt(person.name, pageName(person))}
          </>
        ),
        act: () => {
          const { where } = person
          if (where === null) return
          const entry = where.path?.[1]
          navigate(casePath(open.id, where.page, ...(entry === undefined ? [] : [String(entry)])))
        },
      }))}
    />
  )
}

/** Somebody with two windows is one person: where they write counts. */
function onePerUser(others: readonly Present[]): readonly Present[] {
  const byUser = new Map<string, Present>()
  for (const person of others) {
    const known = byUser.get(person.user)
    if (known === undefined || (person.where?.editing && !known.where?.editing))
      byUser.set(person.user, person)
  }
  return [...byUser.values()]
}
