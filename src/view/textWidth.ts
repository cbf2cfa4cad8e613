/**
 * How wide text is, without a browser: the pictures are drawn on the server and in the page, and must not differ. Widths
 * are those of Pretendard in thousandths of the size, rounded up a little, so that a fallback font fits as well.
 */
const NARROW = new Set([...' .,:;·\'"!|()[]{}ijlIft/-'])
const WIDE = new Set([...'mwMW%@—'])

function advance(char: string): number {
  const code = char.codePointAt(0) ?? 0
  if (code >= 0x1100 && code <= 0xffdc && !(code >= 0x2000 && code <= 0x206f)) return 0.9
  if (NARROW.has(char)) return 0.34
  if (WIDE.has(char)) return 0.86
  if (char >= 'A' && char <= 'Z') return 0.68
  return 0.58
}

/** Width of a text in the units of `size`. Weights from 600 up are a little wider. */
export function textWidth(text: string, size: number, weight = 400): number {
  let sum = 0
  for (const char of text) sum += advance(char)
  return sum * size * (weight >= 600 ? 1.03 : 1)
}

/** Cuts a text to a width, with an ellipsis where something was cut. */
export function fitText(text: string, width: number, size: number, weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text
  const chars = [...text]
  while (chars.length > 1 && textWidth(`${chars.join('')}…`, size, weight) > width) chars.pop()
  return `${chars.join('').trimEnd()}…`
}

/**
 * Breaks a text into at most `most` lines of a width: at spaces, and after `·`, `/` and `,`; inside a word only where the
 * word alone is too wide. The last line is cut.
 */
export function wrapText(text: string, width: number, size: number, most: number, weight = 400): string[] {
  const lines: string[] = []
  let line = ''
  // A number stays with its percent sign.
  const pieces = text.replace(/ %/g, '\u00a0%').match(/ *[^ ·/]+[·/]?| *[·/]/g) ?? []
  for (const [place, piece] of pieces.entries()) {
    const longer = line + (line === '' ? piece.trimStart() : piece)
    if (textWidth(longer, size, weight) <= width || line === '') {
      line = longer
      continue
    }
    if (lines.length === most - 1) {
      lines.push(fitText(line + pieces.slice(place).join(''), width, size, weight))
      return lines
    }
    lines.push(fitText(line, width, size, weight))
    line = piece.trimStart()
  }
  if (line !== '') lines.push(fitText(line, width, size, weight))
  return lines
}
