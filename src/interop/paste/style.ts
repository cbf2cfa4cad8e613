import { leadingTime, type TextForms } from './leadingTime.js'
import type { PastedLine } from './lines.js'

/** How a text writes its clocks. */
export interface TextStyle {
  readonly forms: TextForms
  /** It counts hours to 24, so that `3:30` is at night. */
  readonly hour24: boolean
  /** What stands first in days like `3/4/2022`, where one of them tells. */
  readonly dateOrder: 'month' | 'day' | undefined
}

const colons = /^\D{0,3}(?:\d{4}\D\d{1,2}\D\d{1,2}\D{1,3})?\d{1,2}:\d{2}(?!\d)/
const dots = /^\D{0,3}(?:[01]\d|2[0-3])\.[0-5]\d(?![\d.])/
const figures = /^\D{0,3}([01]\d|2[0-3])[0-5]\d(?:hrs?|h|z)?(?=[\s:–—-]|$)/i
/** Lines of a form before it is believed to be how the text writes clocks. */
const enough = 2

/** `15.30` and `1530` are clocks only in a text that begins several lines so, and more than it begins with `15:30`. */
export function styleOf(lines: readonly PastedLine[]): TextStyle {
  const heads = lines
    .filter(({ kind }) => kind === 'heading' || kind === 'item' || kind === 'text' || kind === 'row')
    .map(({ content }) => content.replace(/^\|\s*/, '').slice(0, 60))
  const count = (form: RegExp) => heads.filter(head => form.test(head)).length
  const withColons = count(colons)
  const believed = (number: number) => number >= enough && number > withColons
  const forms = { dotted: believed(count(dots)), compact: believed(count(figures)) }
  return {
    forms,
    dateOrder: orderIn(lines),
    hour24: heads.some(head => countsTo24(head, forms)) && !heads.some(hasHalf),
  }
}

const hasHalf = (head: string): boolean => /\d\s*[ap]\.?m\b|오전|오후/i.test(head)

function countsTo24(head: string, forms: TextForms): boolean {
  const clock = leadingTime(head, forms)?.time?.from.clock
  return clock !== undefined && (clock.hour > 12 || !clock.eitherHalf)
}

const figuredDay = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/.-])/g
/** Characters of a line in which days are looked for. */
const dayWithin = 120

function orderIn(lines: readonly PastedLine[]): 'month' | 'day' | undefined {
  let month = 0
  let day = 0
  for (const { content } of lines) {
    for (const [, first, , second] of content.slice(0, dayWithin).matchAll(figuredDay)) {
      if (Number(first) > 12 && Number(first) <= 31 && Number(second) <= 12) day++
      else if (Number(second) > 12 && Number(second) <= 31 && Number(first) <= 12) month++
    }
  }
  if (month > 0 === day > 0) return undefined
  return month > 0 ? 'month' : 'day'
}
