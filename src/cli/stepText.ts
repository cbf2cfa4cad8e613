import type { PathStep } from '../assess/paths.js'
import type { Language, Way } from '../model/case.js'
import { textIn } from '../model/text.js'
import { figureWords } from '../words/figures/figureWords.js'
import type { OpenCase } from './openCase.js'

/** What a stretch of an outage was spent on, in the words that the page's figure uses. */
export function stepText(step: PathStep, open: OpenCase, language: Language): string {
  const words = figureWords(language).path
  const { document } = open.session
  const name = open.nameOf(step.component)
  const event =
    step.event === null ? null : textIn(document.events?.[step.event]?.title ?? step.event, language)
  switch (step.kind) {
    case 'cut':
      return event === null ? words.cut(name) : `${words.cut(name)} (${words.until(event)})`
    case 'event':
      return event === null ? words.broken(name) : words.event(event)
    case 'repair':
      return words.repair(name)
    case 'recovery':
      return words.recovery(
        name,
        wayTitle(document.components?.[step.component]?.recovery, step.way, language),
      )
    case 'crew':
      return words.crew(name, step.team === null ? '' : open.nameOf(step.team))
    case 'pause':
      return words.pause(name)
    case 'hold':
      return words.hold(name)
    case 'open':
      return words.open(name)
  }
}

function wayTitle(
  recovery: 'none' | Way | readonly Way[] | undefined,
  way: number,
  language: Language,
): string {
  const ways = recovery === undefined || recovery === 'none' ? [] : ([] as readonly Way[]).concat(recovery)
  return textIn(ways[way]?.title ?? '', language)
}
