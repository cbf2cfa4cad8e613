import { type Explanation, explain } from '../../assess/explain.js'
import { whyWords } from '../../words/why/whyWords.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { instantOf } from '../instant.js'
import { componentIndex, eventsOf, type OpenCase, openCase } from '../openCase.js'
import { widestTable, wrap } from '../table.js'

/** `manil why CASE COMPONENT --at TIME`: the smallest set of unmet needs, followed down to events. */
export async function whyDown(
  path: string,
  component: string,
  options: { readonly at: string; readonly scenario: string | null },
  context: Context,
): Promise<ExitStatus> {
  const { effects, words } = context
  const open = openCase(path, context, options.scenario)
  componentIndex(open, component, context)
  const timeMs = instantOf(options.at, open, context)
  const found = explain(open.session.with([], open.scenario), component, timeMs)
  if (context.json) {
    writeJson(context, { case: open.id, ...found })
    return exitStatus.fine
  }
  effects.write(`${words.why.at(open.times.dateTime(timeMs))}\n\n`)
  writeTree(found, '', '', new Set(), open, context)
  return exitStatus.fine
}

/**
 * One node and what is below it. `lead` stands before its first line, `indent` before all that follow. What was told in
 * another branch already (`told`) is not told again.
 */
function writeTree(
  node: Explanation,
  lead: string,
  indent: string,
  told: Set<string>,
  open: OpenCase,
  context: Context,
): void {
  const { effects } = context
  const again = node.again || (told.has(node.component) && node.because.length > 0)
  told.add(node.component)
  const below = again ? [] : node.because
  const trunk = below.length === 0 ? '  ' : '│ '
  const text = sentence({ ...node, again }, open, context)
  const [first = '', ...rest] = wrap(text, widestTable - indent.length - trunk.length)
  effects.write(`${lead}${first}\n`)
  for (const line of rest) effects.write(`${indent}${trunk}${line}\n`)
  for (const [place, part] of below.entries()) {
    const closing = place === below.length - 1
    writeTree(
      part,
      `${indent}${closing ? '└ ' : '├ '}`,
      `${indent}${closing ? '  ' : '│ '}`,
      told,
      open,
      context,
    )
  }
}

function sentence(node: Explanation, open: OpenCase, { language }: Context): string {
  const events = eventsOf(open)
  return whyWords(language).line({
    ...node,
    component: open.nameOf(node.component),
    since: open.times.dateTime(node.sinceMs),
    event: node.event === null ? null : open.text(events?.[node.event]?.title ?? node.event),
    crew: node.crew && { ...node.crew, team: open.nameOf(node.crew.team) },
  })
}
