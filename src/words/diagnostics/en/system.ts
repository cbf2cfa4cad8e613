import type { MessageOf } from '../message.js'

/** Components, events, runs. */
export const system = {
  'in-cycle': v => ({
    what: `\`in\` goes round in a circle: ${v.circle}.`,
    todo: 'Say only one way what stands in what. What two things need of each other belongs under `needs`.',
  }),
  'recovery-empty': v => ({
    what: `The recovery of ${v.id} has no way in it.`,
    todo: 'Write one; or remove `recovery` if it comes back at once; or recovery: none if it does not come back by itself.',
  }),
  'batch-zero': v => ({
    what: `With a batch of ${v.value} nothing ever comes back.`,
    todo: 'Write 1 or more, or a percentage. If all come back together, remove `batch`.',
  }),
  'at-once-zero': v => ({ what: `With at-once ${v.value} no work ever begins.`, todo: 'Write 1 or more.' }),
  'crew-zero': v => ({
    what: `The work takes ${v.units} of the team ${v.team}.`,
    todo: 'Write 1 or more, or take the team out of `crew`.',
  }),
  'standby-up': v => ({
    what: `${v.id} is a standby (standby-for), but it is up from the start (initial: up).`,
    todo: 'Remove `initial`: a standby starts down. If it is a second one that always runs, remove `standby-for`.',
  }),
  'standby-for-itself': v => ({
    what: `${v.id} is its own standby.`,
    todo: 'Write the id of the component that it replaces.',
  }),
  'down-for-ever': v => ({
    what: `${v.id} starts down (initial: down) and has no way to come up (recovery).`,
    todo: 'Write a `recovery`. If an event switches it on, use initial: cut and `release`; if it is not there, initial: absent.',
  }),
  'event-without-time': v => ({
    what: `The event ${v.id} has no time.`,
    todo: 'Write at: a time; or after: an earlier event, and delay: how long after it.',
  }),
  'event-two-times': v => ({
    what: `The event ${v.id} has both \`at\` and \`after\`.`,
    todo: 'Keep `at` if its time is known, `after` if it follows from another event.',
  }),
  'delay-without-after': v => ({
    what: `The event ${v.id} has a delay, but it does not say after what.`,
    todo: 'Add `after`, or remove `delay`.',
  }),
  'event-before-start': v => ({
    what: `The event ${v.id} lies before the start.`,
    todo: 'Move `start`; or, if it was so before, say it with `initial`. A record of it belongs under facts.',
  }),
  'event-after-horizon': v => ({
    what: `The event ${v.id} comes after the horizon and does nothing.`,
    todo: 'Make the horizon longer, or remove the event.',
  }),
  'after-cycle': v => ({
    what: `Events come after themselves: ${v.circle}.`,
    todo: 'Give one of them a time of its own (at).',
  }),
  'bad-units': v => ({
    what: `"${v.text}" does not say how many fail.`,
    todo: 'Write it as all, 400 or 30%.',
  }),
  'more-than-count': v => ({
    what: `${v.id} has only ${v.count} units, but ${v.units} is written.`,
    todo: 'Write no more than its count, or mend the count.',
  }),
  loop: v => ({
    what: `Within one instant these go up and down without end: ${v.components}.`,
    todo: 'Let one of them take time to come back (takes), or break the conditions by which they switch each other.',
  }),
  'too-many-changes': v => ({
    what: `The run was stopped after ${v.limit} changes. Most of them: ${v.components}.`,
    todo: 'Shorten the horizon, or use larger batches.',
  }),
  'too-many-works': v => ({
    what: `The run was stopped after ${v.limit} works of recovery. Most of them: ${v.components}.`,
    todo: 'Use larger batches.',
  }),
} satisfies Readonly<Record<string, MessageOf>>
