/**
 * Runs a sticky expression at a place. Every expression of this folder is sticky and made of bounded pieces, so that a
 * text is read in time that grows with its length alone.
 */
export function matchAt(expression: RegExp, text: string, position: number): RegExpExecArray | null {
  expression.lastIndex = position
  return expression.exec(text)
}

/**
 * Full-width figures, letters and marks as their plain ones, and every space as a space. The length stays the same, so
 * that places in one are places in the other.
 */
export function plainMarks(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, mark => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/[\u301c\u223c]/g, '~')
}
