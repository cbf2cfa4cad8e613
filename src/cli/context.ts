import type { Language } from '../model/case.js'
import type { CommandWords } from '../words/cli/commandWords.js'
import type { Effects } from './effects.js'
import type { Paint } from './paint.js'

/** What every command gets besides its own arguments. */
export interface Context {
  readonly effects: Effects
  readonly language: Language
  readonly words: CommandWords
  /** `--json`: one JSON object a line on the output, and nothing else there. */
  readonly json: boolean
  readonly paint: Paint
}

/** Writes one value as one line of JSON. */
export function writeJson(context: Context, value: unknown): void {
  context.effects.write(`${JSON.stringify(value)}\n`)
}
