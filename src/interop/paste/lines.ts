import { importLimits } from '../importLimits.js'

/** A line of a pasted text, and what it is in Markdown. */
export interface PastedLine {
  /** From 1. */
  readonly number: number
  readonly raw: string
  readonly kind: 'blank' | 'heading' | 'item' | 'text' | 'row' | 'code' | 'skipped'
  /** Of a heading, 1 to 6; else 0. */
  readonly level: number
  /** Columns before the first mark. */
  readonly indent: number
  /** Without the marks of its kind. */
  readonly content: string
}

const heading = /^ {0,3}(#{1,6})\s(.*)$/
const otherHeading = /^(?:h([1-6])\.\s|(={2,6})\s)(.*)$/
const item = /^(\s*)(?:[-*+•◦▪‣·–—※▶►○●□■∙]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/
const fence = /^\s*(?:>\s?)?(`{3,}|~{3,})/
const rule = /^\s*(?:[-*_=]\s*){3,}$/
const underline = /^ {0,3}(?:={3,}|-{3,}) *$/
const template = /^\s*<%.*%>/
/** A chat of KakaoTalk copied from a computer names who speaks before the time. */
const namedFirst = /^\[([^\][]{1,40})\] \[((?:오전|오후) \d{1,2}:\d{2}|\d{1,2}:\d{2} [AP]M)\] /
/** A chat copied from a page has who speaks and when on a line, and what is said below. */
export const chatHeader =
  /^\s{0,4}(?:>\s?)?(\S.{0,38}?\S)\s{1,4}\[?((?:오전|오후) ?\d{1,2}:\d{2}|\d{1,2}:\d{2}(?: ?[AP]M)?)\]?\s{0,4}$/
const tabWidth = 4

/**
 * The lines of a text with what each is: headings (also underlined ones), list items, rows of tables, code, and what
 * nobody reads as text: front matter, templates, comments, rules, and code unless it lists times. In a `chat` a line with a
 * name and a time is the beginning of what is said below it.
 */
export function pastedLines(text: string, chat = false): readonly PastedLine[] {
  const raws = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/, importLimits.lines)
  const lines: PastedLine[] = []
  let listing = false
  const front = frontMatterEnd(raws)
  let closing: string | null = null
  let comment = false
  for (const [index, raw] of raws.entries()) {
    const short = raw.slice(0, importLimits.lineLength)
    const add = (read: ReadLine) =>
      lines.push({ number: index + 1, raw, ...read, content: read.content.normalize('NFC').trim() })
    if (index < front) {
      add(nothing('skipped', short))
      continue
    }
    const marks = fence.exec(short)?.[1] ?? null
    if (closing !== null) {
      const ends: boolean = marks?.startsWith(closing) === true && short.trim() === marks
      if (ends) closing = null
      add(ends || !listing ? nothing('code', short) : readLine(short, chat))
    } else if (marks !== null) {
      // A fence that ends on its own line holds code of one line.
      if (!short.slice(short.indexOf(marks) + marks.length).includes(marks)) {
        closing = marks
        listing = listsTimes(raws, index + 1, marks)
      }
      add(nothing('code', short))
    } else if (comment || short.trimStart().startsWith('<!--')) {
      comment = !short.includes('-->')
      add(nothing('skipped', short))
    } else if (lines.at(-1)?.kind === 'text' && underline.test(short)) {
      lines.push({ ...lines.pop()!, kind: 'heading', level: short.includes('=') ? 1 : 2 })
      add(nothing('skipped', short))
    } else add(readLine(short, chat))
  }
  return lines
}

/** Lines of a block of code that are looked at to see whether it lists times. */
const lookedAt = 30
const beginsWithTime = /^\s*(?:\d{4}-\d{2}-\d{2}[ T])?\[?~?\d{1,2}:\d{2}(?::\d{2})?\]?(?![\d:.,])/
const isLog = /^\s*\S+[ T]\S*\s*\[?(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b/

/** A timeline drawn as code to keep its columns: most of its lines begin with a time, and none is of a log. */
function listsTimes(raws: readonly string[], from: number, marks: string): boolean {
  const block: string[] = []
  for (const raw of raws.slice(from, from + lookedAt)) {
    if (raw.trim().startsWith(marks)) break
    if (raw.trim() !== '') block.push(raw.slice(0, 100))
  }
  const timed = block.filter(raw => beginsWithTime.test(raw)).length
  return timed > 1 && timed >= block.length / 2 && !block.some(raw => isLog.test(raw))
}

type ReadLine = Pick<PastedLine, 'kind' | 'level' | 'indent' | 'content'>

const nothing = (kind: PastedLine['kind'], short: string): ReadLine => ({
  kind,
  level: 0,
  indent: indentOf(short),
  content: '',
})

function readLine(short: string, chat: boolean): ReadLine {
  const indent = indentOf(short)
  if (short.trim() === '') return nothing('blank', short)
  if (rule.test(short) || template.test(short)) return nothing('skipped', short)
  const head = heading.exec(short)
  if (head !== null) {
    const content = head[2]!.trim().replace(/#{1,6}$/, '')
    return { kind: 'heading', level: head[1]!.length, indent, content }
  }
  const other = otherHeading.exec(short)
  if (other !== null) {
    const content = other[3]!.trim().replace(/={1,6}$/, '')
    return { kind: 'heading', level: Number(other[1] ?? other[2]!.length), indent, content }
  }
  const unquoted = short.replace(/^(\s{0,20})(?:>\s?){1,5}/, '$1')
  const listed = item.exec(unquoted)
  if (listed !== null) return { kind: 'item', level: 0, indent: indentOf(listed[1]!), content: listed[2]! }
  const kind = unquoted.trimStart().startsWith('|') && unquoted.indexOf('|', 1) > 0 ? 'row' : 'text'
  const header = chat && kind === 'text' ? chatHeader.exec(unquoted) : null
  const content = header === null ? unquoted.replace(namedFirst, '$2, $1 : ') : `${header[2]}, ${header[1]} :`
  return { kind, level: 0, indent, content }
}

function indentOf(raw: string): number {
  let columns = 0
  for (const mark of raw) {
    if (mark === ' ') columns++
    else if (mark === '\t') columns += tabWidth
    else break
  }
  return columns
}

/** Where front matter between lines of `---` ends, or 0 where there is none. */
function frontMatterEnd(raws: readonly string[]): number {
  if (raws[0]?.trim() !== '---') return 0
  const end = raws.slice(1, 200).findIndex(raw => /^(?:---|\.\.\.)\s*$/.test(raw))
  return end < 0 ? 0 : end + 2
}
