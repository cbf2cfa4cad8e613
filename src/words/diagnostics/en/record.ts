import type { MessageOf } from '../message.js'

/** Times, facts, objectives, ifs. */
export const record = {
  'bad-time': v => ({
    what: `"${v.text}" is not a time.`,
    todo: 'Write it as 2022-10-15 15:19, with +09:00 behind it if it is of another zone. A fact may also say T ± 5m, A .. B, by T, after T.',
  }),
  'date-without-time': v => ({
    what: `"${v.text}" has no time of day.`,
    todo: `Add one. A fact of which only the day is known is written ${v.text} 00:00 .. 23:59.`,
  }),
  'no-such-date': v => ({
    what: `"${v.text}" does not exist.`,
    todo: 'Look at the calendar and the clock: a day goes from 00:00 to 23:59.',
  }),
  'unknown-timezone': v => ({
    what: `"${v.timezone}" is not a time zone that is known here.`,
    todo: 'Write a name of the IANA list: Asia/Seoul, Europe/Berlin, UTC.',
  }),
  'skipped-time': v => ({
    what: `There was no ${v.text} in ${v.timezone}: the clocks skipped it when summer time began.`,
    todo: `Check the clock it was read from. If that had not been changed yet, it was ${v.shown}. An offset settles it too.`,
  }),
  'ambiguous-time': v => ({
    what: `"${v.text}" was there twice in ${v.timezone}, when summer time ended. The first is taken.`,
    todo: 'Add an offset to say which.',
  }),
  'bad-precision': v => ({
    what: `The width of "± ${v.text}" cannot be read.`,
    todo: 'Write it as ± 5m.',
  }),
  'bad-date': v => ({ what: `"${v.text}" is not a date.`, todo: 'Write it as 2022-12-06.' }),
  'bad-state': v => ({
    what: `"${v.text}" is not a state.`,
    todo: 'Write one of up, impaired, down, 12000, 40%, at least 12000.',
  }),
  'disputes-itself': v => ({
    what: `The fact ${v.id} disputes itself.`,
    todo: 'Write the id of the rival fact.',
  }),
  'objective-empty': v => ({
    what: `The objective ${v.id} does not say what must hold.`,
    todo: 'Add down-at-most: 1h, data-lost: never, or data-lost-at-most: 1h.',
  }),
  'language-twice': () => ({ what: 'One language is there twice.', todo: 'Remove one.' }),
  'bad-cost': v => ({
    what: `"${v.text}" is not a cost.`,
    todo: 'Write a number, 30, or a range, 20..40; the unit goes under cost-unit of the case.',
  }),
  'if-itself': v => ({ what: `The if ${v.id} names itself under ${v.field}.`, todo: 'Remove it.' }),
  'if-requires': v => ({
    what: `The if ${v.id} holds only together with ${v.other}.`,
    todo: `Choose ${v.other} too.`,
  }),
  'if-excludes': v => ({
    what: `The ifs ${v.id} and ${v.other} cannot hold together.`,
    todo: 'Choose one of them.',
  }),
  'if-conflict': v => ({
    what: `The ifs ${v.first} and ${v.second} change ${v.field} in different ways.`,
    todo: 'To have both, let them agree; or write one more if for the two together, and keep them apart with `excludes`.',
  }),
} satisfies Readonly<Record<string, MessageOf>>
