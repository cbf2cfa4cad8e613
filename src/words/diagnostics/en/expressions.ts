import type { MessageOf } from '../message.js'

/** Expressions and durations. */
export const expressions = {
  'expression-empty': () => ({ what: 'The condition is empty.', todo: 'Write one, or remove the line.' }),
  'expression-long': v => ({
    what: `The condition is longer than ${v.limit} characters.`,
    todo: 'Split it into components with names of their own.',
  }),
  'expression-deep': v => ({
    what: `Brackets, or \`full\` within \`full\`, are nested more than ${v.limit} deep.`,
    todo: 'Split it into components with names of their own.',
  }),
  'expression-unexpected': v => ({
    what: v.atEnd === 1 ? 'The condition ends half-way.' : `"${v.text}" cannot stand here in a condition.`,
    todo: 'Possible: a and b, a or b, ( … ), 2 of (a, b, c), hosts >= 60%, sum(east, west) >= 40',
  }),
  'expression-unclosed': () => ({ what: 'This bracket is not closed.', todo: 'Close it with ).' }),
  'expression-compare': () => ({
    what: 'Units are compared with >= only.',
    todo: 'Write hosts >= 60%. For "fewer than", `when` and `unless` may say not (hosts >= 60%).',
  }),
  'expression-amount': v => ({
    what: `After >= a number of units or a percentage is expected, not "${v.text}".`,
    todo: 'Write hosts >= 400 or hosts >= 60%.',
  }),
  'expression-some': v => ({
    what:
      v.parts === undefined
        ? `After ${v.text}, of ( … ) is expected.`
        : `${v.text} of ${v.parts} cannot be asked for.`,
    todo: 'Write 2 of (a, b, c), with a number from 1 to as many as there are in the brackets.',
  }),
  'percent-over-100': v => ({ what: `${v.text} is more than 100 %.`, todo: 'Write 100 % or less.' }),
  'bad-percent': v => ({ what: `"${v.text}" is not a percentage.`, todo: 'Write it as 90%.' }),
  'whole-units': v => ({
    what: `${v.text} is not a whole number; units cannot be divided.`,
    todo: 'Write a whole number or a percentage.',
  }),
  'needs-not': v => ({
    what: `${v.field} cannot use \`not\`: nothing goes down because more is there.`,
    todo: 'A condition of the kind "only while … is missing" belongs in `unless` of an event, or in `when` of a way of recovery.',
  }),
  'how-many': v => ({
    what: `${v.id} has ${v.count} units, and it is not said how many are needed.`,
    todo: `Write ${v.id} >= 100% for all, or ${v.id} >= 60%, or ${v.id} >= a number.`,
  }),
  'full-cycle': v => ({
    what: `${v.id} leads back to itself.`,
    todo: 'Let no `full` ask for a `full` that asks for it.',
  }),
  'sum-twice': v => ({ what: `${v.id} is in the sum twice and counts twice.`, todo: 'Remove one.' }),
  'never-enough': v => ({
    what: `There are ${v.total} units in all, so there can never be ${v.asked}.`,
    todo: 'Ask for fewer, or raise a count.',
  }),
  'always-enough': () => ({ what: 'At least 0 always holds.', todo: 'Ask for 1 or more, or remove it.' }),
  'mixed-and-or': () => ({
    what: '`and` and `or` are mixed without brackets; `and` binds first.',
    todo: 'Put brackets around what belongs together.',
  }),
  'bad-duration': v => ({
    what: `"${v.text}" is not a duration.`,
    todo: 'Write 90s, 10m, 4h30m or 2d; if it is not certain, two ends between which it lies nine times out of ten: 8m..14m.',
  }),
  'duration-without-unit': v => ({
    what: `${v.text} has no unit.`,
    todo: 'Add one: s (seconds), m (minutes), h (hours), d (days).',
  }),
  'negative-duration': v => ({
    what: `${v.text} is shorter than nothing.`,
    todo: 'Write 0m or longer. Only the time of a fact may lie before the start.',
  }),
  'range-from-zero': v => ({
    what: `The range ${v.text} begins at 0, which a log-normal does not contain.`,
    todo: 'Begin it above 0: 1s..5m.',
  }),
  'range-backwards': v => ({
    what: `The range begins at ${v.from} and ends at ${v.to}, which is before that.`,
    todo: 'Swap the two ends.',
  }),
  'horizon-uncertain': v => ({
    what: `horizon cannot be a range or 0 ("${v.text}").`,
    todo: 'Write one duration: 7d.',
  }),
} satisfies Readonly<Record<string, MessageOf>>
