import type { DiagnosticFrame } from '../message.js'
import { expressions } from './expressions.js'
import { files } from './files.js'
import { narrative } from './narrative.js'
import { portable } from './portable.js'
import { record } from './record.js'
import { shape } from './shape.js'
import { system } from './system.js'
import { warnings } from './warnings.js'

const frame: DiagnosticFrame = {
  severity: { error: 'error', warning: 'warning' },
  meant: suggestion => `Did you mean ${suggestion}?`,
  other: place => `See also ${place}`,
  folder: 'this folder',
}

/** The diagnostics, English. */
export const en = {
  frame,
  messages: {
    ...files,
    ...shape,
    ...expressions,
    ...system,
    ...record,
    ...narrative,
    ...portable,
    ...warnings,
  },
} as const
