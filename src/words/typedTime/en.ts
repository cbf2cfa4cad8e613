import type { TypedTimeWords } from './typedTimeWords.js'

/** What is said of a typed time that cannot be read, and of what had to be assumed, English. */
export const en: TypedTimeWords = {
  problems: {
    empty: () => 'Please give a time.',
    'too-long': ({ longest }) => `A time has at most ${longest} characters.`,
    'bad-time': ({ text }) => `No time can be read from “${text}”. Try 15:30, about 3:30 pm, or 15:30–15:42.`,
    'several-times': () => 'These are several times. Keep one, or write a range: 15:30–15:42.',
    'date-without-time': () => 'This is a day alone. Please add the time.',
    'no-date': () => 'It is not known which day is meant. Please add the date.',
    'no-start': () => 'The case has no start to count from. Please give the time itself.',
    'no-such-date': () => 'The calendar has no such day.',
    'no-such-time': ({ clock }) => `A day has no time ${clock}.`,
    'year-or-time': ({ text, clock }) => `${text} alone may be a year. If it is a time, write ${clock}.`,
    'weekday-disagrees': ({ date }) => `${date} is another day of the week than the one written.`,
    'unknown-zone': ({ zone }) => `“${zone}” is no time zone that is known. Try UTC+9.`,
    'skipped-time': ({ shown }) =>
      `Clocks were set forward and never showed this time. At that moment they showed ${shown}.`,
    'range-backwards': ({ from, to }) => `The end (${to}) is before the beginning (${from}).`,
  },
  assumed: {
    date: 'the date is assumed',
    year: 'the year is assumed',
    zone: 'the time zone is assumed',
    meridiem: 'a.m. or p.m. is assumed',
  },
  ambiguous: secondAt =>
    `Clocks were set back and showed this time twice. It was read as the first; the second is ${secondAt}.`,
}
