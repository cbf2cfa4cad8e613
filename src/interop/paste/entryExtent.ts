import { importLimits } from '../importLimits.js'
import { type LineTime, leadingTime, type TextForms, trailingTime } from './leadingTime.js'
import type { PastedLine } from './lines.js'
import { dayAlone, isTimelineTitle } from './statements.js'

/** Words after which a line that begins with a time goes on with the sentence of the line above. */
const goesOn =
  /(?:\b(?:at|to|by|until|till|from|between|and|or|since|around|about|approximately|the|of|in|on|was|before|after)|[,(])\s*$/i
const labelLine = /^(?:\*\*[^*]{1,60}\*\*|__[^_]{1,60}__|[^.!?]{1,60})[:：]?\s*$/

/** Whether a line that begins with a time goes on with the sentence of the line above. */
export function isMiddleOfProse(lines: readonly PastedLine[], index: number): boolean {
  const before = lines[index - 1]
  return (
    before !== undefined && (before.kind === 'text' || before.kind === 'item') && goesOn.test(before.content)
  )
}

/** The last line of an entry: what is indented under it, what a line goes on with, what stands under a heading. */
export function endOf(lines: readonly PastedLine[], index: number, time: LineTime, forms: TextForms): number {
  const line = lines[index]!
  const last = Math.min(lines.length - 1, index + importLimits.entryLines)
  const bare = time.rest === '' || /[:：]$/.test(time.rest)
  let end = index
  let blank = false
  for (let next = index + 1; next <= last; next++) {
    const other = lines[next]!
    if (other.kind === 'blank') {
      blank = true
      continue
    }
    if (other.kind === 'heading' || other.kind === 'row') break
    if (other.kind === 'code' || other.kind === 'skipped') {
      if (line.kind === 'heading' || other.indent > line.indent) continue
      break
    }
    if (leadingTime(other.content, forms)?.time || dayAlone(other.content) !== null) break
    if (line.kind === 'heading') {
      end = next
      continue
    }
    const deeper = other.indent > line.indent
    const sameParagraph = !blank && other.kind === 'text'
    const first = end === index
    const listUnder = bare && other.kind === 'item' && line.kind === 'text'
    if (!deeper && !sameParagraph && !(bare && first && other.kind === 'text') && !listUnder) break
    if (!deeper && sameParagraph && line.kind === 'text' && trailingTime(other.content, forms, true) !== null)
      break
    end = next
  }
  return end
}

/** A short line in bold, or one that ends with a colon and has a list below, is the heading of that list. */
export function isLabel(line: PastedLine, lines: readonly PastedLine[], index: number): boolean {
  if (!labelLine.test(line.content)) return false
  const bold = /^(?:\*\*|__)/.test(line.content)
  const next = lines.slice(index + 1, index + 4).find(({ kind }) => kind !== 'blank')
  const listBelow = next?.kind === 'item' && (line.kind === 'text' || next.indent > line.indent)
  return bold || (/[:：]\s*$/.test(line.content) && listBelow) || (listBelow && isTimelineTitle(line.content))
}
