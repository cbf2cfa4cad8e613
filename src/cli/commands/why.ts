import { type Explanation, explain } from '../../assess/explain.js'
import { textIn } from '../../model/text.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { instantOf } from '../instant.js'
import { componentIndex, type OpenCase, openCase } from '../openCase.js'

/** `manil why CASE COMPONENT --at TIME`: the smallest set of unmet needs, followed down to events. */
export async function whyDown(
  path: string,
  component: string,
  options: { readonly at: string },
  context: Context,
): Promise<ExitStatus> {
  const { effects, words } = context
  const open = openCase(path, context)
  componentIndex(open, component, context)
  const timeMs = instantOf(options.at, open, context)
  const found = explain(open.session.with([]), component, timeMs)
  if (context.json) {
    writeJson(context, { case: open.id, ...found })
    return exitStatus.fine
  }
  effects.write(`${words.why.at(open.times.dateTime(timeMs))}\n\n`)
  if (found.level === found.count) effects.write(`${words.why.isUp(open.nameOf(component))}\n`)
  else writeTree(found, '', '', open, context)
  return exitStatus.fine
}

/** One node and what is below it. `lead` stands before its first line, `indent` before all that follow. */
function writeTree(node: Explanation, lead: string, indent: string, open: OpenCase, context: Context): void {
  const { effects, paint } = context
  effects.write(`${lead}${paint('bold', headline(node, open, context))}\n`)
  const margin = `${indent}${node.because.length === 0 ? '  ' : '│ '}`
  for (const text of details(node, open, context)) effects.write(`${margin}${paint('dim', text)}\n`)
  for (const [place, below] of node.because.entries()) {
    const closing = place === node.because.length - 1
    writeTree(below, `${indent}${closing ? '└ ' : '├ '}`, `${indent}${closing ? '  ' : '│ '}`, open, context)
  }
}

function headline(node: Explanation, open: OpenCase, { words }: Context): string {
  const { level, count } = node
  const state = words.why.states[level === 0 ? 'down' : level < count ? 'impaired' : 'up']
  const units = count > 1 ? `${state} (${level} / ${count})` : state
  const name = open.nameOf(node.component)
  if (node.sinceMs <= 0 && node.reason === 'initial') return words.why.stateFromStart(name, units)
  return words.why.state(name, units, open.times.dateTime(node.sinceMs))
}

function details(node: Explanation, open: OpenCase, { words, language }: Context): string[] {
  if (node.again) return [words.why.again]
  const lines = [words.why.reasons[node.reason]]
  if (node.event !== null) {
    const title = textIn(open.session.document.events?.[node.event]?.title ?? node.event, language)
    lines.push(words.why.event(title, open.times.dateTime(node.eventMs ?? node.sinceMs)))
  }
  if (node.crew !== null) {
    lines.push(words.why.crew(open.nameOf(node.crew.team), node.crew.available, node.crew.needed))
  }
  return lines
}
