/**
 * How wide text is, without a browser: the pictures are drawn on the server and in the page, and must not differ. Widths
 * are those of Pretendard, the font that a page carries, in hundredths of the size, from the space on.
 */
const REGULAR =
  '25 26 38 60 61 86 61 20 34 34 47 63 26 43 25 33 60 44 59 62 62 60 61 55 61 61 25 25 63 63 63 48 88 65 62 69 69 57 56 71 71 24 52 62 53 85 72 73 60 73 61 61 61 71 65 92 61 63 59 34 33 34 44 42 47 54 59 53 59 55 34 58 56 22 22 52 22 83 56 57 58 58 35 50 34 55 53 78 51 53 51 34 31 34 63'
const BOLD =
  '25 31 38 63 63 96 65 20 39 39 54 65 29 45 28 37 66 47 61 64 66 63 64 58 64 64 28 28 65 65 65 54 88 72 64 72 70 59 56 73 72 27 55 66 55 88 71 75 62 75 63 63 64 70 72 99 69 70 64 39 37 39 47 46 48 56 61 56 61 57 37 61 60 26 26 56 26 88 60 59 61 61 39 54 37 60 56 82 55 56 55 39 36 39 65'
const WIDTHS = { regular: REGULAR.split(' ').map(Number), bold: BOLD.split(' ').map(Number) }
const HANGUL = 87
const NARROW_MARK = 30
const WIDE_MARK = 97

function advance(char: string, bold: boolean): number {
  const code = char.codePointAt(0) ?? 0
  const known = (bold ? WIDTHS.bold : WIDTHS.regular)[code - 32]
  if (known !== undefined) return known
  if ('·‘’「」\u00a0'.includes(char)) return NARROW_MARK + 6
  if ('–≤≥−×“”'.includes(char)) return 65
  if (code >= 0x1100 && !'…—←→'.includes(char)) return HANGUL
  return code < 0x250 ? 66 : WIDE_MARK
}

/** Width of a text in the units of `size`. Weights from 600 up are bold. */
export function textWidth(text: string, size: number, weight = 400): number {
  let sum = 0
  for (const char of text) sum += advance(char, weight >= 600)
  return (sum / 100) * size
}

/** Cuts a text to a width, with an ellipsis where something was cut. */
export function fitText(text: string, width: number, size: number, weight = 400): string {
  if (textWidth(text, size, weight) <= width) return text
  const bold = weight >= 600
  let room = (width / size) * 100 - advance('…', bold)
  let kept = ''
  for (const char of text) {
    room -= advance(char, bold)
    if (room < 0 && kept !== '') break
    kept += char
  }
  return `${kept.trimEnd()}…`
}

/** Where a text may be broken: before spaces, and after `·` and `/`, never before them. A number stays with its percent sign. */
function pieces(text: string): readonly string[] {
  return text.replace(/ %/g, '\u00a0%').match(/ *[^ ·/]+(?: ?[·/])?| *[·/]/g) ?? []
}

/** Width of the widest part of a text that is never broken. */
export function widestPiece(text: string, size: number, weight = 400): number {
  return Math.max(0, ...pieces(text).map(piece => textWidth(piece.trim(), size, weight)))
}

/** As `wrapText`, with lines as equally long as they can be without a further line: no word is left alone at the end. */
export function balancedText(
  text: string,
  width: number,
  size: number,
  most: number,
  weight = 400,
): readonly string[] {
  let best = wrapText(text, width, size, most, weight)
  if (best.length === 1 || best.some(line => line.endsWith('…'))) return best
  for (const share of [0.9, 0.8, 0.7, 0.6, 0.5]) {
    const narrower = wrapText(text, width * share, size, most, weight)
    if (narrower.length > best.length || narrower.some(line => line.endsWith('…'))) break
    best = narrower
  }
  return best
}

/**
 * Breaks a text into at most `most` lines of a width: at spaces, and after `·` and `/`; what cannot be broken and is too wide
 * is cut. The last line is cut where more follows.
 */
export function wrapText(text: string, width: number, size: number, most: number, weight = 400): string[] {
  const lines: string[] = []
  let line = ''
  const parts = pieces(text)
  for (const [place, piece] of parts.entries()) {
    const longer = line + (line === '' ? piece.trimStart() : piece)
    if (textWidth(longer, size, weight) <= width || line === '') {
      line = longer
      continue
    }
    if (lines.length === most - 1) {
      lines.push(fitText(line + parts.slice(place).join(''), width, size, weight))
      return lines
    }
    lines.push(fitText(line, width, size, weight))
    line = piece.trimStart()
  }
  if (line !== '') lines.push(fitText(line, width, size, weight))
  return lines
}
