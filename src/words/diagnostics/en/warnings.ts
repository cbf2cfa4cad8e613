import type { MessageOf } from '../message.js'

/** What is allowed and probably not meant. */
export const warnings = {
  'never-repaired': v => ({
    what: `${v.id} is destroyed by the event ${v.event} and never repaired.`,
    todo: 'Add a `repair`, as work or in an event. If it really never came back, leave it.',
  }),
  'crew-larger-than-team': v => ({
    what: `The work takes ${v.units} of the team ${v.team}, which has ${v.count}. It can never begin.`,
    todo: 'Make the crew smaller, or raise the count of the team.',
  }),
  'slower-way-first': v => ({
    what: `A slower way (${v.first}) stands before a faster one (${v.second}), and the first one is preferred.`,
    todo: 'Put the faster one first, unless there was a reason to prefer the other.',
  }),
  'standby-takes-no-time': v => ({
    what: `The standby ${v.id} comes up in no time.`,
    todo: 'Say how long it takes: recovery: { takes: … }.',
  }),
  'event-without-act': v => ({
    what: `The event ${v.id} does nothing: it has no destroy, fail, cut, release or repair.`,
    todo: 'Say what it does, or write what was only seen under facts:.',
  }),
  'if-replaces-list': v => ({
    what:
      v.fewer === undefined
        ? `This if replaces a whole list. No longer in it: ${v.lost}.`
        : `This if replaces a whole list with one that has ${v.fewer} fewer.`,
    todo: 'If that is not meant, write them into the list again.',
  }),
  'impossible-fact': v => ({
    what: `${v.id} cannot be impaired: it is one, without \`full\`, so it is up or down.`,
    todo: 'Give the component a `full` or a `count`, or let the fact say up or down.',
  }),
  'fact-after-horizon': v => ({
    what: 'This fact lies after the horizon: no run can agree with it or contradict it.',
    todo: `Make the horizon longer; or, if it is not meant to be held against a run, remove \`${v.field}\`.`,
  }),
  'fact-of-untouched': v => ({
    what: `No event touches ${v.id} and it leans on nothing, so it stays as it was. No run could contradict this fact.`,
    todo: 'Say with `needs`, `in` or an event what could stop it.',
  }),
  'down-at-start': v => ({
    what: `${v.id} is down from the start, because ${v.cause === 'in' ? `${v.missing}, which it stands in, is down` : `its needs are not met (${v.missing})`}.`,
    todo: 'If it was down, say so with `initial`; else let what it needs be up from the start.',
  }),
  'ifs-unchecked': v => ({
    what: `There are ${v.all} ifs; only ${v.checked} were tried one by one.`,
    todo: 'Split the case, or write fewer. The others are checked when they are chosen.',
  }),
  'unused-quantity': v => ({
    what: `Nothing uses the named quantity ${v.id}.`,
    todo: 'Use it, or remove it.',
  }),
} satisfies Readonly<Record<string, MessageOf>>
