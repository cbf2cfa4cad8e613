import type { ComponentType } from 'preact'
import type { PageKey } from '../../../words/workspace/frame.js'

/** What a page of a case is given; everything else it takes from `useCase()`. */
export interface PageProps {
  /** The parts of the path after the page: `/cases/ID/timeline/fire` → `['fire']`. */
  readonly rest: readonly string[]
}

/** Loads a page when it is first opened. */
type Load = () => Promise<ComponentType<PageProps>>

const loads: Readonly<Record<PageKey, Load>> = {
  timeline: () => import('./timeline/timelinePage.js').then(({ TimelinePage }) => TimelinePage),
  system: () => import('./system/systemPage.js').then(({ SystemPage }) => SystemPage),
  ifs: () => import('./ifs/ifsPage.js').then(({ IfsPage }) => IfsPage),
  shortcomings: () =>
    import('./shortcomings/shortcomingsPage.js').then(({ ShortcomingsPage }) => ShortcomingsPage),
  objectives: () => import('./objectives/objectivesPage.js').then(({ ObjectivesPage }) => ObjectivesPage),
  actions: () => import('./actions/actionsPage.js').then(({ ActionsPage }) => ActionsPage),
  narrative: () => import('./narrative/narrativePage.js').then(({ NarrativePage }) => NarrativePage),
  files: () => import('./files/filesPage.js').then(({ FilesPage }) => FilesPage),
  board: () => import('./board/boardPage.js').then(({ BoardPage }) => BoardPage),
  review: () => import('./review/reviewPage.js').then(({ ReviewPage }) => ReviewPage),
  people: () => import('./people/peoplePage.js').then(({ PeoplePage }) => PeoplePage),
  history: () => import('./history/historyPage.js').then(({ HistoryPage }) => HistoryPage),
  inbox: () => import('./inbox/inboxPage.js').then(({ InboxPage }) => InboxPage),
  'first-model': () => import('./firstModel/firstModelPage.js').then(({ FirstModelPage }) => FirstModelPage),
}

/** The order of the list: what the report is made of, then what is done around it. */
const groups: Readonly<Record<'write' | 'around', readonly PageKey[]>> = {
  write: ['timeline', 'system', 'ifs', 'shortcomings', 'objectives', 'actions', 'narrative', 'files'],
  around: ['inbox', 'first-model', 'board', 'review', 'people', 'history'],
}

/** A page of a case. */
export interface CasePage {
  readonly key: PageKey
  readonly group: keyof typeof groups
  readonly load: Load
}

/** The pages of a case in the order of the list. */
export const casePages: readonly CasePage[] = (['write', 'around'] as const).flatMap(group =>
  groups[group].flatMap(key => {
    const load = loads[key]
    return load === undefined ? [] : [{ key, group, load }]
  }),
)

/** The page of a key, or undefined. */
export function casePage(key: string | undefined): CasePage | undefined {
  return casePages.find(page => page.key === key)
}
