import type { Diagnostic } from '../files/diagnostic.js'
import type { LoadedCase } from '../files/loadedCase.js'
import type { CaseDocument, Language } from '../model/case.js'
import { nearest } from '../model/nearest.js'
import { parseInstant } from '../model/time.js'
import { termIds, termOf } from '../words/report/terms.js'
import { blockDirectives, type Directive, idsOf, inlineDirectives } from './directive.js'
import { narrativeNesting, tooDeepAt } from './nesting.js'
import { readNarrative } from './readNarrative.js'

/** What is wrong with a directive: a code, and what the words speak of. */
interface Found {
  readonly code: 'unknown-directive' | 'directive-without-id' | 'directive-unknown-id' | 'directive-bad-time'
  readonly values: Diagnostic['values']
  readonly suggestion?: string
}

/**
 * Directives of the narratives that name something the case does not have, by file and line. They are warnings: the page says
 * in their place what is missing. So is a narrative that nests too deep: the page shows it as it is written.
 */
export function directiveProblems(loaded: LoadedCase): readonly Diagnostic[] {
  const { document } = loaded
  if (document === null) return []
  return (['en', 'ko'] as const).flatMap(language => {
    const narrative = loaded.narratives[language]
    if (narrative === undefined) return []
    const lines = narrative.text.split(/\r\n|\r|\n/)
    const deep = tooDeepAt(narrative.text)
    if (deep !== null) return [tooDeep(narrative.path, deep, lines)]
    return readNarrative(narrative.text, language).directives.flatMap(directive =>
      problemsOf(document, directive, language).map(
        (found): Diagnostic => ({
          code: found.code,
          severity: 'warning',
          file: narrative.path,
          line: directive.line,
          column: directive.column,
          endColumn: Math.max(directive.endColumn, directive.column + 1),
          lineText: lines[directive.line - 1] ?? '',
          values: found.values,
          ...(found.suggestion === undefined ? {} : { suggestion: found.suggestion }),
          path: [],
        }),
      ),
    )
  })
}

/** A narrative that is shown as it is written. */
function tooDeep(
  file: string,
  { line, column }: { readonly line: number; readonly column: number },
  lines: readonly string[],
): Diagnostic {
  return {
    code: 'narrative-too-deep',
    severity: 'warning',
    file,
    line,
    column,
    endColumn: column + 1,
    lineText: lines[line - 1] ?? '',
    values: { limit: narrativeNesting },
    path: [],
  }
}

function problemsOf(document: CaseDocument, directive: Directive, language: Language): Found[] {
  const { name, label, attributes } = directive
  if (!directive.known) {
    const suggestion = nearest(name, [...inlineDirectives, ...blockDirectives])
    return [{ code: 'unknown-directive', values: { name }, ...(suggestion === null ? {} : { suggestion }) }]
  }
  const components = Object.keys(document.components ?? {})
  const { scenario } = attributes
  if (scenario !== undefined && scenario !== 'main') {
    const found = unknown(name, scenario, Object.keys(document.scenarios ?? {}), 'scenarios')
    if (found.length > 0) return found
  }
  const check = (id: string, ids: readonly string[], section: string) => unknown(name, id, ids, section)
  switch (name) {
    case 'fact':
      return check(label, Object.keys(document.facts ?? {}), 'facts')
    case 'source':
      return check(label, Object.keys(document.sources ?? {}), 'sources')
    case 'duration':
      return check(label, components, 'components')
    case 'term':
      return termOf(label, language) === null ? check(label, termIds, 'terms') : []
    case 'verdict': {
      const ifs = idsOf(attributes.if)
      if (ifs.length === 0) return [{ code: 'directive-without-id', values: { name, attribute: 'if' } }]
      return [
        ...check(label, components, 'components'),
        ...ifs.flatMap(id => check(id, Object.keys(document.ifs ?? {}), 'ifs')),
      ]
    }
    case 'if':
      return check(attributes.id ?? '', Object.keys(document.ifs ?? {}), 'ifs')
    case 'scenario':
      return check(attributes.id ?? '', Object.keys(document.scenarios ?? {}), 'scenarios')
    case 'recovery-path':
      return check(attributes.of ?? '', components, 'components')
    case 'timeline':
      return [attributes.from, attributes.to].flatMap(text => badTime(document, name, text))
    default:
      return []
  }
}

function unknown(name: string, id: string, ids: readonly string[], section: string): Found[] {
  if (id === '') return [{ code: 'directive-without-id', values: { name, attribute: '' } }]
  if (ids.includes(id)) return []
  const suggestion = nearest(id, ids)
  return [
    {
      code: 'directive-unknown-id',
      values: { name, id, section },
      ...(suggestion === null ? {} : { suggestion }),
    },
  ]
}

function badTime(document: CaseDocument, name: string, text: string | undefined): Found[] {
  if (text === undefined) return []
  const read = parseInstant(text, { timezone: document.case.timezone, startEpochMs: 0 })
  return 'code' in read ? [{ code: 'directive-bad-time', values: { name, text } }] : []
}
