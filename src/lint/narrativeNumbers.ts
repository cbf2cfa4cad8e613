import type { Diagnostic } from '../files/diagnostic.js'
import type { LoadedCase, Narrative } from '../files/loadedCase.js'
import type { CaseDocument, Language } from '../model/case.js'
import { textIn } from '../model/text.js'
import { type Passage, passagesOf } from './narrative/passages.js'
import type { Statement } from './narrative/reading.js'
import { statementsOf } from './narrative/statements.js'
import { FactSupport, sameReading } from './narrative/support.js'

/** Numbers told of in one narrative; one with more has been told enough. */
const numbersTold = 200
/** Titles with a digit that are looked for. */
const namesLookedFor = 500

/**
 * Numbers and times in the narratives that no fact named in the same paragraph bears out, no source in the same sentence, and no
 * directive computes. A heading may rest on its section. They are warnings: what a number rests on is the writer's to say.
 */
export function narrativeNumbers({ document, narratives }: LoadedCase): readonly Diagnostic[] {
  if (document === null) return []
  const support = new FactSupport(document)
  return (['en', 'ko'] as const).flatMap(language => {
    const narrative = narratives[language]
    return narrative === undefined ? [] : problemsIn(narrative, language, document, support)
  })
}

function problemsIn(
  { path, text }: Narrative,
  language: Language,
  document: CaseDocument,
  support: FactSupport,
): Diagnostic[] {
  const passages = passagesOf(text, namesWithDigits(document, language))
  const stated = new Map(passages.map(passage => [passage, statementsOf(passage.words, language)]))
  const unborne = passages.flatMap(passage =>
    (stated.get(passage) ?? [])
      .filter(({ readings }) => !readings.some(reading => support.bears(reading, passage.facts)))
      .filter(statement => !standsInSection(statement, passage, stated))
      .map(statement => ({ statement, at: passage.offset + statement.from })),
  )
  const lines = text.split(/\r\n|\r|\n/)
  const starts = lineStarts(text)
  let line = 0
  return unborne.slice(0, numbersTold).map(({ statement, at }) => {
    while (line + 1 < starts.length && starts[line + 1]! <= at) line++
    const column = at - (starts[line] ?? 0) + 1
    const said = statement.text.trim()
    return {
      code: 'number-without-fact',
      severity: 'warning',
      file: path,
      line: line + 1,
      column,
      endColumn: column + said.length,
      lineText: lines[line] ?? '',
      values: { text: said, fact: support.bearer(statement.readings) ?? '' },
      path: [],
    }
  })
}

/** A heading repeats what its section says, where it is looked at with its facts. */
function standsInSection(
  { readings }: Statement,
  { section }: Passage,
  stated: ReadonlyMap<Passage, readonly Statement[]>,
): boolean {
  return (section ?? []).some(passage =>
    (stated.get(passage) ?? []).some(other =>
      other.readings.some(one => readings.some(reading => sameReading(reading, one))),
    ),
  )
}

/** Titles that hold a digit: a name states nothing. The longest first, as one may be part of another. */
function namesWithDigits(document: CaseDocument, language: Language): readonly string[] {
  const { case: head, components, ifs, sources, actions, objectives, shortcomings, quantities } = document
  const entries = [components, ifs, sources, actions, objectives, shortcomings, quantities].flatMap(section =>
    Object.values(section ?? {}),
  )
  const titles = [head, ...entries].flatMap(({ title }) =>
    title === undefined ? [] : [textIn(title, language)],
  )
  return [...new Set(titles)]
    .filter(title => /\d/.test(title) && /\D/.test(title))
    .sort((a, b) => b.length - a.length)
    .slice(0, namesLookedFor)
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length)
  return starts
}
