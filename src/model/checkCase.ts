import type { CaseDocument, CaseHead } from './case.js'
import { checkFacts } from './checkFacts.js'
import { checkPortable } from './checkPortable.js'
import { parseDuration } from './duration.js'
import { idProblem } from './identifier.js'
import { nearest } from './nearest.js'
import { parsePercent } from './percent.js'
import { type CasePath, error, type Problem } from './problem.js'
import { durationProblem } from './quantities.js'
import { References } from './references.js'

/** Everything beside components and events: facts, objectives, references from one part of a case to another, dates. */
export function checkCase(document: CaseDocument): readonly Problem[] {
  const references = new References(document)
  checkHead(document.case, references.problems)
  checkObjectives(document, references)
  checkBases(document, references)
  checkFacts(document, references)
  checkIfReferences(document, references)
  for (const [id, shortcoming] of Object.entries(document.shortcomings ?? {})) {
    const path = ['shortcomings', id]
    references.all('ifs', shortcoming.ifs, [...path, 'ifs'])
    references.all('actions', shortcoming.actions, [...path, 'actions'])
    references.all('sources', shortcoming.sources, [...path, 'sources'])
  }
  for (const [id, action] of Object.entries(document.actions ?? {})) {
    const path = ['actions', id]
    references.all('ifs', action.brings, [...path, 'brings'])
    references.all('sources', action.sources, [...path, 'sources'])
    for (const field of ['due', 'done'] as const)
      checkDate(action[field], [...path, field], references.problems)
  }
  for (const [id, source] of Object.entries(document.sources ?? {})) {
    checkDate(source.date, ['sources', id, 'date'], references.problems)
  }
  for (const [id, scenario] of Object.entries(document.scenarios ?? {})) {
    references.all('ifs', scenario.ifs, ['scenarios', id, 'ifs'])
  }
  checkPortable(document, references)
  return references.problems
}

function checkHead(head: CaseHead, problems: Problem[]): void {
  const { languages } = head
  if (languages !== undefined && new Set(languages).size < languages.length) {
    problems.push(error('language-twice', ['case', 'languages'], {}))
  }
}

function checkObjectives(document: CaseDocument, references: References): void {
  const kinds = ['down-at-most', 'data-lost', 'data-lost-at-most'] as const
  for (const [id, objective] of Object.entries(document.objectives ?? {})) {
    const path = ['objectives', id]
    references.one('components', objective.component, [...path, 'component'])
    references.all('sources', objective.sources, [...path, 'sources'])
    if (kinds.every(kind => objective[kind] === undefined)) {
      references.problems.push(error('objective-empty', path, { id }, { atKey: true }))
    }
    for (const field of ['down-at-most', 'data-lost-at-most'] as const) {
      checkDuration(objective[field], [...path, field], document, references.problems)
    }
  }
}

/** Durations that no run rests on: they may name a quantity too. */
function checkDuration(
  text: string | undefined,
  path: CasePath,
  document: CaseDocument,
  problems: Problem[],
): void {
  if (text === undefined || parseDuration(text) !== null) return
  const quantities = document.quantities ?? {}
  if (Object.hasOwn(quantities, text.trim())) return
  if (idProblem(text.trim()) !== null) {
    problems.push(durationProblem(text, path))
    return
  }
  const suggestion = nearest(text.trim(), Object.keys(quantities))
  const details = suggestion === null ? {} : { suggestion }
  problems.push(error('unknown-id', path, { id: text.trim(), section: 'quantities' }, details))
}

function checkBases(document: CaseDocument, references: References): void {
  for (const [id, quantity] of Object.entries(document.quantities ?? {})) {
    references.basis(quantity.basis, ['quantities', id, 'basis'])
  }
  for (const [id, component] of Object.entries(document.components ?? {})) {
    const path = ['components', id]
    references.all('sources', component.sources, [...path, 'sources'])
    references.basisOfFields(component.basis, component, [...path, 'basis'])
    if (component.works !== undefined) {
      const percent = parsePercent(component.works)
      if ('code' in percent) {
        references.problems.push(error(percent.code, [...path, 'works'], { text: component.works }))
      }
    }
    for (const field of ['mtbf', 'mttr'] as const) {
      checkDuration(component[field], [...path, field], document, references.problems)
    }
    component.copies?.forEach((copy, place) => {
      const at = [...path, 'copies', place]
      references.one('components', copy.in, [...at, 'in'])
      checkDuration(copy.behind, [...at, 'behind'], document, references.problems)
    })
  }
  const eventsOf = [
    [['events'], document.events] as const,
    ...Object.entries(document.scenarios ?? {}).map(
      ([id, { events }]) => [['scenarios', id, 'events'], events] as const,
    ),
  ]
  for (const [base, events] of eventsOf) {
    for (const [id, event] of Object.entries(events ?? {})) {
      references.all('sources', event.sources, [...base, id, 'sources'])
      references.basisOfFields(event.basis, event, [...base, id, 'basis'])
    }
  }
}

function checkIfReferences(document: CaseDocument, references: References): void {
  for (const [id, written] of Object.entries(document.ifs ?? {})) {
    const path = ['ifs', id]
    references.all('ifs', written.requires, [...path, 'requires'])
    references.all('ifs', written.excludes, [...path, 'excludes'])
    references.all('sources', written.sources, [...path, 'sources'])
    for (const field of ['requires', 'excludes'] as const) {
      const place = written[field]?.indexOf(id) ?? -1
      if (place >= 0) references.problems.push(error('if-itself', [...path, field, place], { id, field }))
    }
    if (typeof written.cost === 'string' && !isCost(written.cost)) {
      references.problems.push(error('bad-cost', [...path, 'cost'], { text: written.cost }))
    }
  }
}

/** `30`, `20..40`, in units of the case's own. */
function isCost(text: string): boolean {
  const ends = /^\s*(\d+(?:\.\d+)?)(?:\s*\.\.\s*(\d+(?:\.\d+)?))?\s*$/.exec(text)
  return ends !== null && (ends[2] === undefined || Number(ends[1]) <= Number(ends[2]))
}

function checkDate(text: string | undefined, path: CasePath, problems: Problem[]): void {
  if (text === undefined) return
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const date = new Date(`${text}T00:00:00Z`)
  if (parts === null) problems.push(error('bad-date', path, { text }))
  else if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    problems.push(error('no-such-date', path, { text }))
  }
}
