import type { AgendaItem as AgendaBody } from '../../api/review.js'
import { type AgendaItem, agendaOf } from '../../assess/agenda.js'
import { fidelity } from '../../assess/fidelity.js'
import type { CaseSession } from '../../assess/session.js'
import type { CaseDocument, Language } from '../../model/case.js'
import { textIn } from '../../model/text.js'
import { parseInstant } from '../../model/time.js'
import { agendaWords, type SaidItem } from '../../words/agenda/agendaWords.js'
import { openTimes } from '../../words/times.js'

/** The kinds of items as the API names them. */
const kinds = {
  surprise: 'surprise',
  'rival-claims': 'rival',
  shortcoming: 'shortcoming',
  question: 'question',
} as const satisfies Record<AgendaItem['kind'], AgendaBody['kind']>

/** What the program would ask in a review round, in both languages. `session` is null for a case without a model that runs. */
export function agendaBodies(document: CaseDocument, session: CaseSession | null): AgendaBody[] {
  const model = session === null ? null : { session, fidelity: fidelity(session) }
  return agendaOf(document, model).map(item => ({
    id: item.key,
    kind: kinds[item.kind],
    about: item.about.map(path => [...path]),
    text: { ko: said(item, document, 'ko'), en: said(item, document, 'en') },
  }))
}

function said(item: AgendaItem, document: CaseDocument, language: Language): string {
  const plain: SaidItem =
    item.kind === 'shortcoming'
      ? { kind: item.kind, title: textIn(item.title, language), asBuilt: textIn(item.asBuilt, language) }
      : item
  return agendaWords(language).ask(plain, {
    component: id => textIn(document.components?.[id]?.title ?? id, language),
    event: id => textIn(document.events?.[id]?.title ?? id, language),
    quantity: id => textIn(document.quantities?.[id]?.title ?? id, language),
    fact: id => id,
    span: (fromMs, toMs, scenario) => timesOf(document, scenario, language).span(fromMs, toMs),
  })
}

function timesOf({ case: head, scenarios = {} }: CaseDocument, scenario: string, language: Language) {
  const start = scenarios[scenario]?.start ?? head.start
  const begun = parseInstant(start, { timezone: head.timezone, startEpochMs: 0 })
  return openTimes('code' in begun ? 0 : begun.epochMs, head.timezone, language)
}
