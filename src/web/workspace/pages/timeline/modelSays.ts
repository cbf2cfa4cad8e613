import type { FactSummary } from '../../../../assess/assessment.js'
import type { Language } from '../../../../model/case.js'
import type { Clock } from '../../../../view/clock.js'
import { difference } from '../../../../words/durations.js'
import type { TimelineWords } from '../../../../words/workspace/timeline.js'

/** What the model has where the record has a fact: a sign, a word, and by how much it is off. */
export interface ModelSays {
  readonly look: 'agrees' | 'off' | 'contradicted' | 'quiet'
  readonly sign: string
  readonly word: string
  /** How far off, or the model's own time. */
  readonly by: string
}

const leastMs = 60_000

/** What a cell says of a fact, the same for the same summary. */
export function modelSays(
  { kind, verdict, simulatedMs, errorMs }: FactSummary,
  startEpochMs: number,
  clock: Clock,
  language: Language,
  words: TimelineWords,
): ModelSays {
  const at = simulatedMs === null ? '' : clock.time(startEpochMs + simulatedMs)
  const by = errorMs === null ? '' : Math.abs(errorMs) < leastMs ? at : difference(errorMs, language)
  const { model } = words
  if (verdict === 'contradicted') return { look: 'contradicted', sign: '✕', word: model.contradicted, by }
  if (verdict === 'off') return { look: 'off', sign: '△', word: model.off, by }
  if (verdict === 'not-modelled') return { look: 'quiet', sign: '–', word: model['not-modelled'], by: '' }
  if (kind === 'input') return { look: 'quiet', sign: '↦', word: model.input, by: '' }
  if (kind === 'fitted') return { look: 'quiet', sign: '◎', word: model.fitted, by: '' }
  return { look: 'agrees', sign: '✓', word: model.agrees, by: by === at ? '' : by }
}
