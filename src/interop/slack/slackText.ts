import { afterName } from '../drafts/koreanName.js'
import type { Pseudonyms } from '../drafts/pseudonyms.js'
import { withEmoji } from './emoji.js'

/** What a text is read with: who is behind an id, and how a channel is called. */
export interface SlackNames {
  readonly people: Pseudonyms
  readonly channelOf: (id: string) => string | null
}

/** `<…>` and, after a person, the letters that may be an honorific and a particle. */
const reference = /<([@#!]?)([^<>\n]{1,3000})>( ?[가-힣]{1,10})?/g

/**
 * Slack's own markup (mrkdwn) as plain text: mentions become roles or pseudonyms, links `text (address)`, `&lt;` a `<`, and the
 * marks of bold, italic, struck and code text go. HTML that somebody wrote stays what it was: text.
 */
export function slackText(markup: string, names: SlackNames): string {
  const referred = markup.replace(reference, (whole: string, sign: string, inside: string, after = '') => {
    const [target = '', label] = splitOnce(inside, '|')
    // Slack writes `&lt;` for a bracket of the writer's own; another tool may not.
    if (sign === '' && !/^[a-z][a-z0-9+.-]*:/i.test(target)) return whole
    if (sign === '@') return withParticle(names.people.ofId(target), after)
    return referenceText(sign, target, label, names) + after
  })
  return withEmoji(withoutMarks(referred))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** What stands for a person, with what follows a name in Korean made to fit. */
export function withParticle(replacement: string, after: string): string {
  const fitting = after === '' ? null : afterName(after, replacement)
  return fitting === null ? replacement + after : replacement + fitting.text + after.slice(fitting.length)
}

function referenceText(sign: string, target: string, label: string | undefined, names: SlackNames): string {
  if (sign === '#') return `#${label || names.channelOf(target) || target}`
  if (sign === '!') {
    const [command = '', ...rest] = target.split('^')
    if (command === 'subteam') return label?.startsWith('@') ? label : `@${label ?? rest[0] ?? command}`
    if (command === 'date') return label ?? rest[0] ?? ''
    return label ?? `@${command}`
  }
  const address = target.replace(/^(mailto|tel):/, '')
  return label === undefined || label === '' || isSame(label, address) ? address : `${label} (${address})`
}

/** Whether a link's text only repeats its address. */
function isSame(label: string, address: string): boolean {
  const bare = (text: string) => text.replace(/^https?:\/\//, '').replace(/\/$/, '')
  return bare(label) === bare(address)
}

/** Marks that stand around words; inside code everything stays. */
function withoutMarks(text: string): string {
  return text
    .split(/(```[\s\S]*?```|`[^`\n]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part.replace(/^`{1,3}|`{1,3}$/g, '')
        : part
            .replace(/(^|[\s(['"])([*_~])(?=\S)([^\n*_~]{1,2000})\2(?=$|[\s).,:;!?\]'"]|[가-힣])/gm, '$1$3')
            .replace(/^&gt;(&gt;&gt;)?\s?/gm, ''),
    )
    .join('')
}

function splitOnce(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)]
}
