import type { Language } from '../../model/case.js'
import { englishForms } from './englishForms.js'
import { clocks, dayOf, type Form, numberOf, plain } from './form.js'
import { koreanForms } from './koreanForms.js'
import type { Statement } from './reading.js'

/**
 * What a text states in numbers: `15:30`, `오후 3시 30분`, `16,000대`, `1만 6천`, `127시간 33분`, `11.5 hours`, `90 %`, `19 October`,
 * `열 시간`. Names that hold a digit (`B3`, `3E-1`), years, and ordinals of parts (`1단계`, `step 2`) state nothing. In order of place.
 */
export function statementsOf(text: string, language: Language): readonly Statement[] {
  let left = text
  const found: Statement[] = []
  for (const { pattern, read } of [...first, ...forms[language], ...last]) {
    // What a form has read is blanked out, once for the form: the next ones do not see it, and every offset stays.
    const parts: string[] = []
    let done = 0
    for (const match of left.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      const readings = standsInName(left, from, to)
        ? []
        : read(match, left.slice(Math.max(0, from - 1), from))
      if (readings === null) continue
      parts.push(left.slice(done, from), ' '.repeat(to - from))
      done = to
      if (readings.length > 0) found.push({ from, to, text: match[0], readings })
    }
    left = parts.join('') + left.slice(done)
  }
  return found.sort((a, b) => a.from - b.from)
}

/** What both languages write alike, before the forms of their own. */
const first: readonly Form[] = [
  {
    pattern: /\b\d{4}-(\d{2})-(\d{2})\b/g,
    read: ([, month, day]) => [dayOf(Number(month), Number(day))],
  },
  {
    pattern: /(\d{1,2}):(\d{2})(?::\d{2})?(?!\s?[ap]\.?m\b)/gi,
    read: ([, hour, minute]) => clocks(Number(hour), Number(minute), null, false),
  },
]

/** And after them. */
const last: readonly Form[] = [
  {
    pattern: /(?:19|20)\d{2}(?!\d|[,.]\d|\s?(?:%|대|명|건|개|곳|원|만|억|servers|hosts|people|users))/g,
    read: (_, before) => (/[\d,.]/.test(before) ? null : []),
  },
  {
    pattern: /(\d[\d,]{0,20}(?:\.\d{1,9})?)\s?(?:%|％|퍼센트|percent|per cent)/g,
    read: ([, amount]) => [{ kind: 'number', value: numberOf(amount), percent: true }],
  },
  { pattern: /\d+(?:,\d{3})*(?:\.\d+)?/g, read: ([all]) => [plain(numberOf(all))] },
]

const forms: Readonly<Record<Language, readonly Form[]>> = { ko: koreanForms, en: englishForms }

/** A number with one of these behind it is a quantity; with any other Latin letter it is part of a name, as in `B3` and `3E-1`. */
const quantity = /^(?:[kKMGTPE]?(?:Wh?|B|Hz|V|A|VA|bps)|ms|[kc]?m|kg)(?![A-Za-z])/

function standsInName(text: string, from: number, to: number): boolean {
  if (/[A-Za-z_][-.]?$/.test(text.slice(Math.max(0, from - 2), from))) return true
  const after = text.slice(to, to + 5)
  return /^[A-Za-z_]/.test(after) && !quantity.test(after)
}
