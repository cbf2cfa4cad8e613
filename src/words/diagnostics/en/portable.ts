import type { MessageOf } from '../message.js'

/** Roles, and ifs in the terms of other systems. */
export const portable = {
  'role-cycle': v => ({
    what: `Roles rest on one another in a circle: ${v.circle}.`,
    todo: 'Let one of them stand by itself: take its in, outside, holds, needs or needed-by away.',
  }),
  'role-rests-on-all': v => ({
    what: `The role ${v.id} is played by one component, but rests on ${v.other}, which takes all that fit.`,
    todo: `Let it rest on a role of one; or write take: all for ${v.id} too.`,
  }),
  'role-of-many': v => ({
    what: `The role ${v.id} is played by one component, but several play it here: ${v.players}.`,
    todo: 'Write take: all, or make a role for each.',
  }),
  'plays-twice': v => ({
    what: `${v.component} plays two roles.`,
    todo: 'Let it play one. What an event does to it would otherwise happen twice.',
  }),
  'bad-factor': v => ({
    what: `"${v.text}" does not say how many units it becomes.`,
    todo: 'Write it as a percentage of what is there: 300%. At most a hundredfold.',
  }),
  'player-unfit': v => ({
    what: `${v.component} plays the role ${v.id} here, but does not fit its description: ${v.lacks}.`,
    todo: 'Describe the role so that its own player fits it. Else nothing of another system can be trusted to.',
  }),
} satisfies Readonly<Record<string, MessageOf>>
