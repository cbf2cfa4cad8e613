/**
 * Columns that a text takes in a terminal: two for Hangul, CJK and other wide characters, none for marks that sit on the
 * one before. After Unicode's East Asian Width, in as far as case files use it.
 */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    if (/\p{M}|\p{Cf}/u.test(character)) continue
    width += isWide(point) ? 2 : 1
  }
  return width
}

const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

function isWide(point: number): boolean {
  return wideRanges.some(([from, to]) => point >= from && point <= to)
}
