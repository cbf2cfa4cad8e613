/**
 * Which section of a narrative an offset stands in, as the report counts them: headings of the first and second level. What looks like
 * one inside a fenced block is none.
 */
export function sectionAt(text: string, offset: number): number {
  let count = 0
  let fence: string | null = null
  for (const line of text.slice(0, offset).split('\n')) {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? []
    if (mark !== undefined) {
      if (fence === null) fence = mark
      else if (mark.startsWith(fence)) fence = null
    } else if (fence === null && /^ {0,3}#{1,2}(\s|$)/.test(line)) count += 1
  }
  return count
}
