import type { Problem } from '../model/problem.js'
import type { Diagnostic } from './diagnostic.js'
import type { MergedCase, MergeProblem } from './mergedCase.js'
import { spanOf } from './positions.js'
import type { SourceText } from './sourceText.js'
import type { FileProblem, YamlFile } from './yamlFile.js'

/** A problem of a file, or (`.`) of the folder, as a whole. */
export function atFile(
  code: string,
  file: string,
  values: Problem['values'],
  severity: Diagnostic['severity'] = 'error',
): Diagnostic {
  return { code, severity, file, line: 1, column: 1, endColumn: 2, lineText: '', values, path: [] }
}

/** A problem of a file's text. */
export function fromFile(problem: FileProblem, source: SourceText): Diagnostic {
  const { code, severity, values, suggestion, other } = problem
  return {
    code,
    severity,
    ...stretch(source, problem.from, problem.to),
    values,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(other === undefined ? {} : { other: source.placeOf(other) }),
    path: [],
  }
}

/** The same id in two files. */
export function fromMerge({ file, other, ...problem }: MergeProblem): Diagnostic {
  const diagnostic = fromFile(problem, file.source)
  return other === undefined ? diagnostic : { ...diagnostic, other: other.file.source.placeOf(other.at) }
}

/** A problem of the document, where it is written. */
export function fromProblem(problem: Problem, merged: MergedCase, files: readonly YamlFile[]): Diagnostic {
  const { code, severity, path, values, suggestion, atKey = false, within, other } = problem
  const span = spanOf(merged, path, { atKey, within })
  const first = files[0]?.source
  const place = span === null ? nowhere(first) : stretch(span.file.source, span.from, span.to)
  const otherSpan = other === undefined ? null : spanOf(merged, other)
  return {
    code,
    severity,
    ...place,
    values,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(otherSpan === null ? {} : { other: otherSpan.file.source.placeOf(otherSpan.from) }),
    path,
  }
}

/** A stretch of a text as line and columns; of several lines the first. */
function stretch(source: SourceText, from: number, to: number) {
  const place = source.placeOf(from)
  const lineText = source.line(place.line)
  const end = Math.min(place.column + Math.max(1, to - from), lineText.length + 1)
  return { ...place, endColumn: Math.max(end, place.column + 1), lineText }
}

function nowhere(first: SourceText | undefined) {
  return { file: first?.path ?? '.', line: 1, column: 1, endColumn: 2, lineText: '' }
}
