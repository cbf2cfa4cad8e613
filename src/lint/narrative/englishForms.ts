import { clocks, dayOf, type Form, lengthOf, numberOf, plain, sumOfParts, unitMsOf } from './form.js'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const monthOf = (name = '') => months.indexOf(name.slice(0, 3).toLowerCase()) + 1

const unit = '(days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s|weeks?)(?![A-Za-z²])'
const part = `(\\d[\\d,]{0,20}(?:\\.\\d{1,9})?)[\\s-]?${unit}`

/** Number words count only before a unit of time: "ten hours", not "four parts". */
const words: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
}
const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}

/** How English writes numbers, the longest forms first. */
export const englishForms: readonly Form[] = [
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}\\b`, 'gi'),
    read: ([, day, name]) => [dayOf(monthOf(name), Number(day))],
  },
  {
    pattern: new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)`, 'gi'),
    read: ([, name, day]) => [dayOf(monthOf(name), Number(day))],
  },
  {
    pattern: /\b(\d{1,2})(?:st|nd|rd|th)\b/gi,
    read: ([, day]) => [dayOf(null, Number(day)), plain(Number(day))],
  },
  {
    pattern: /\b(\d{1,2})(?::(\d{2}))?\s?([ap])\.?m\b\.?/gi,
    read: ([, hour, minute, half]) =>
      clocks(
        Number(hour),
        Number(minute ?? 0),
        half?.toLowerCase() === 'p' ? 'pm' : 'am',
        minute === undefined,
      ),
  },
  {
    pattern: new RegExp(`${part}(?:(?:,? and |,? )${part})*`, 'gi'),
    read: ([all]) => [sumOfParts(all, new RegExp(part, 'gi'))],
  },
  {
    pattern: new RegExp(
      `\\b(${Object.keys(words).join('|')})[\\s-](days?|hours?|minutes?|seconds?|weeks?)\\b`,
      'gi',
    ),
    read: ([, word = '', of = '']) => [
      lengthOf((words[word.toLowerCase()] ?? 0) * unitMsOf(of), unitMsOf(of)),
    ],
  },
  {
    pattern:
      /\b(?:step|part|phase|stage|version|chapter|section|figure|table|level|no\.|feed|floor) \d+(?:\.\d+)*/gi,
    read: () => [],
  },
  {
    pattern: /(\d[\d,]{0,20}(?:\.\d{1,9})?)\s?(thousand|million|billion|trillion)\b/gi,
    read: ([, amount, scale = '']) => [plain(numberOf(amount) * (scales[scale.toLowerCase()] ?? 1))],
  },
]
