import { frameWords } from '../../../words/workspace/frame.js'
import { useCase } from '../case/useCase.js'
import { casePages } from '../pages/registry.js'
import { casePath } from '../router/router.js'
import { language } from '../session/session.js'
import { Face } from './people.js'

/** The pages of the case as a plain list, with who is on which. */
export function CaseNavigation({ current }: { readonly current: string }) {
  const open = useCase()
  const words = frameWords(language.value)
  const others = open.presence.others.value
  return (
    <nav class="case-navigation" aria-label={words.navigation}>
      {(['write', 'around'] as const).map(group => {
        const pages = casePages.filter(page => page.group === group)
        if (pages.length === 0) return null
        return (
          <ul key={group} aria-label={words.groups[group]}>
            {pages.map(({ key }) => (
              <li key={key}>
                <a href={casePath(open.id, key)} aria-current={key === current ? 'page' : undefined}>
                  {words.pages[key]}
                  <span class="navigation-people">
                    {others
                      .filter(({ where }) => where?.page === key)
                      .slice(0, 3)
                      .map(person => (
                        <Face key={person.client} person={person} small />
                      ))}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )
      })}
    </nav>
  )
}
