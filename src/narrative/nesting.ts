/**
 * How deep Markdown may nest: lists, quotations and notes in each other, and emphasis and brackets that are open at once. The parser calls
 * itself for each, and must never find the end of the stack, where V8 may end the whole process.
 */
export const narrativeNesting = 100

/** Line and column, from 1, where a text nests deeper than is read; null where it does not. It is estimated, and rather too much. */
export function tooDeepAt(text: string): { readonly line: number; readonly column: number } | null {
  let open = 0
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const { depth, end } = containersOf(line)
    if (depth > narrativeNesting) return { line: index + 1, column: 1 }
    if (end === line.length) open = 0
    for (let at = end; at < line.length; at++) {
      const step = stepAt(line, at, open)
      open = Math.max(0, open + step.by)
      if (open > narrativeNesting) return { line: index + 1, column: at + 1 }
      at += step.length - 1
    }
  }
  return null
}

/** What stands before the words of a line: marks of lists, quotations, notes and fences; and two columns for one more level. */
function containersOf(line: string): { readonly depth: number; readonly end: number } {
  const mark = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]{1,999}\]:)/y
  let marks = 0
  let end = 0
  while (mark.test(line)) {
    marks++
    end = mark.lastIndex
  }
  let columns = 0
  for (let at = 0; at < line.length && /[ \t>]/.test(line[at]!); at++) columns += line[at] === '\t' ? 4 : 1
  while (end < line.length && /[ \t]/.test(line[end]!)) end++
  const fence = /^:*/.exec(line.slice(end))![0].length
  return { depth: Math.max(marks + (marks === 0 ? columns / 2 : 0), columns / 2, fence), end }
}

/** What a character does to how much is open, and how many characters that takes. */
function stepAt(line: string, at: number, open: number): { readonly by: number; readonly length: number } {
  const letter = line[at]!
  if (letter === '\\') return { by: 0, length: 2 }
  if (letter === '[') return { by: 1, length: 1 }
  if (letter === ']') return { by: -1, length: 1 }
  if (letter !== '*' && letter !== '_' && letter !== '~') return { by: 0, length: 1 }
  let length = 1
  while (line[at + length] === letter) length++
  const opens = /\S/.test(line[at + length] ?? ' ')
  const closes = /\S/.test(line[at - 1] ?? ' ')
  // One that may do both closes what is open.
  const by = closes && (!opens || open > 0) ? -1 : opens ? 1 : 0
  return { by, length }
}
