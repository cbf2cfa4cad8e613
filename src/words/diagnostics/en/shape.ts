import type { DiagnosticValues, MessageOf } from '../message.js'
import { expected, found, places, sections } from './names.js'

const name = (names: Readonly<Record<string, string>>, key: string | number | undefined) =>
  names[String(key)] ?? String(key)

/** Where a number or `true` stands for a text that only lacks its quotes. */
const texts = new Set(['text', 'id', 'kind', 'organisation', 'contact', 'condition'])

function written(v: DiagnosticValues): string {
  const kind = name(found, v.found)
  return v.text === '' || v.text === undefined || v.found === 'nothing' ? kind : `${kind}, "${v.text}"`
}

/** Keys, ids, and kinds of values. */
export const shape = {
  'unknown-key': v => ({
    what: `There is no field ${v.key} in ${name(places, v.place)}.`,
    todo:
      v.known === undefined
        ? 'Rename it, or remove it.'
        : v.known === ''
          ? 'Remove it.'
          : `Fields there: ${v.known}`,
  }),
  'person-as-cause': v => ({
    what: `There is no field ${v.key}, on purpose: a person or a department is never a cause.`,
    todo: 'Write down the condition that made it so (a tool, a structure, a notice, how many hands) as a component. A team enters only as capacity: how many were needed, how many were there. The organisation that claims something goes under claimed-by, the one that takes on an action under owner.',
  }),
  'missing-key': v => ({
    what: `${v.key} is missing.`,
    todo: `Add ${v.key} (${name(expected, v.expected)}).`,
  }),
  'wrong-value': v => ({
    what: `Expected ${name(expected, v.expected)}; found ${written(v)}.`,
    todo:
      v.options !== undefined
        ? `Possible: ${v.options}`
        : texts.has(String(v.expected)) && (v.found === 'number' || v.found === 'truth')
          ? 'If it is a text, put it in quotes.'
          : v.found === 'nothing'
            ? 'Give a value, or remove the line.'
            : 'Change the value.',
  }),
  'empty-value': v => ({
    what: `Nothing is between the quotes; expected ${name(expected, v.expected)}.`,
    todo: 'Write it, or remove the line.',
  }),
  'whole-number': v => ({
    what: `${v.text} is not a whole number.`,
    todo: 'Write a whole number, 0 or more.',
  }),
  positive: v => ({ what: `${v.text} is less than 1.`, todo: 'Write a whole number, 1 or more.' }),
  'negative-number': v => ({ what: `${v.text} is less than 0.`, todo: 'Write a whole number, 0 or more.' }),
  'count-zero': v => ({
    what: `count is ${v.text}; a component has at least one unit.`,
    todo: 'If it was not there, write initial: absent; else 1 or more.',
  }),
  'bad-id': v => ({
    what: `"${v.id}" cannot be an id.`,
    todo: 'Begin with a letter and use letters, digits, -, _, ., @. The name for people goes under title.',
  }),
  'long-id': v => ({
    what: `The id is longer than ${v.limit} characters.`,
    todo: 'Shorten it; the name for people goes under title.',
  }),
  'reserved-id': v => ({
    what: `${v.id} has a meaning of its own and cannot be an id.`,
    todo: 'Use another name.',
  }),
  'full-id': v => ({
    what: `The id ${v.id} ends in .full; in an expression x.full means the \`full\` of x.`,
    todo: 'Use a name that does not end in .full.',
  }),
  'unknown-id': v => ({
    what: `There is no ${name(sections, v.section)} "${v.id}".`,
    todo: `Write the id of one that is there, or add it under ${v.section}:.`,
  }),
  'unknown-basis-field': v => ({
    what: `The basis speaks of "${v.field}", which is not a field here.`,
    todo: v.known === '' ? 'Remove it.' : `Fields that can have a basis: ${v.known}`,
  }),
} satisfies Readonly<Record<string, MessageOf>>
