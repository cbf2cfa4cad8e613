/** A stretch of a text and what takes its place. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A new line before one. */
export function beforeLine(lineStart: number, indent: number, line: string): Change {
  return { from: lineStart, to: lineStart, text: `${' '.repeat(indent)}${line}\n` }
}

/** A new line after the one on which something ends; a comment there stays with it. */
export function afterLine(text: string, end: number, indent: number, line: string): Change {
  const lineEnd = end > 0 && text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end)
  const written = `${' '.repeat(indent)}${line}\n`
  if (lineEnd < 0) return { from: text.length, to: text.length, text: `\n${written}` }
  return { from: lineEnd + 1, to: lineEnd + 1, text: written }
}

/** Spaces before a place on its line, whatever they are. */
export function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1)
}

/** Whether only spaces stand before a place on its line. */
export function isOwnLine(text: string, at: number): boolean {
  return text.slice(at - columnOf(text, at), at).trim() === ''
}

/**
 * Where the lines begin that belong to what stands at a place of its own line: comments directly above it, without a blank line
 * between and at its own column, speak of it.
 */
export function leadStart(text: string, at: number): number {
  const column = columnOf(text, at)
  let start = at - column
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1
    if (!new RegExp(`^ {${column}}#`).test(text.slice(above, start))) break
    start = above
  }
  return start
}

/** Where the lines end that belong to what ends at a place: with comments below it that stand further in than its key. */
export function tailEnd(text: string, end: number, column: number): number {
  const lineEnd = text.indexOf('\n', end)
  if (lineEnd < 0) return text.length
  let at = lineEnd + 1
  for (;;) {
    const next = text.indexOf('\n', at)
    const line = text.slice(at, next < 0 ? text.length : next)
    const spaces = line.length - line.trimStart().length
    if (spaces <= column || line[spaces] !== '#') return at
    if (next < 0) return text.length
    at = next + 1
  }
}
