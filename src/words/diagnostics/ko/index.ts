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
  severity: { error: '오류', warning: '주의' },
  meant: suggestion => `혹시 ${suggestion}입니까?`,
  other: place => `함께 볼 곳: ${place}`,
  folder: '이 폴더',
}

/** The diagnostics, Korean. */
export const ko = {
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
