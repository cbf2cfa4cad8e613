import { importLimits } from '../importLimits.js'

/** Characters that command a terminal, hide, or turn the direction of writing. A line feed stays. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are meant.
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g

/** What colours text on a terminal: `ESC [ 31 m`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the character that is meant.
const terminalCodes = /\u001b\[[0-9;?]{0,20}[A-Za-z]/g

/** A text as plain lines: nothing in it that is not seen, no blanks at the ends, at most one empty line together. */
export function plainText(text: string): string {
  const clean = text
    .slice(0, importLimits.originalLength)
    .replace(/\r\n?/g, '\n')
    .replace(terminalCodes, '')
    .replace(unseen, character => (character === '\t' ? ' ' : ''))
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map(line => line.trim().replace(/ {2,}/g, ' '))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return shortened(clean, importLimits.textLength)
}

/** At most `length` characters, an ellipsis where more stood. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
