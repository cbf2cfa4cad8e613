import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { layoutSystem } from '../../layout/layoutSystem.js'
import type { CaseDocument, Language } from '../../model/case.js'
import type { CompiledCase } from '../../model/compiled.js'
import { disagreements } from '../../view/replay/disagreement.js'
import { Picture } from '../../view/replay/picture.js'
import { type Snapshot, snapshot } from '../../view/replay/states.js'
import { openReport, type Report } from '../../view/report.js'
import type { ReportData } from '../../view/reportData.js'
import { pageAssets } from '../assets.js'
import { fontFace } from '../font.js'
import { pictureStyle } from './pictureStyle.js'

/** A system to be drawn. */
export interface Drawing {
  readonly caseId: string
  /** The case, and the same with the chosen ifs in place; one and the same where none is chosen. */
  readonly asItWas: CaseDocument
  readonly document: CaseDocument
  /** Of `document`. */
  readonly compiled: CompiledCase
  /** Milliseconds from the start; null is before the first event. */
  readonly timeMs: number | null
  readonly language: Language
  readonly ground: 'light' | 'dark'
  /** What the picture is called, for those who do not see it. */
  readonly title: string
}

/**
 * The system at a moment as one SVG that carries its style and font: the picture of the report's replay, drawn by the same code. Null where
 * there is nothing to draw. Components that the ifs add are drawn too, and framed is what stands otherwise than without them.
 */
export async function drawCase(drawing: Drawing): Promise<string | null> {
  const { language, timeMs } = drawing
  const layout = layoutSystem(drawing.compiled, language)
  const report = openReport(dataOf(drawing, drawing.document))
  const shown = snapshotOf(report, timeMs)
  if (layout === null || report.model === null || shown === null) return null
  const before = new Set(Object.keys(drawing.asItWas.components ?? {}))
  const changes = drawing.document !== drawing.asItWas
  const picture = renderToString(
    h(Picture, {
      report,
      layout: layout.wide,
      snapshot: shown,
      differs: changes ? new Map() : disagreements(report, shown),
      changed: changes ? changedStates(drawing, shown) : new Set<string>(),
      added: new Set(Object.keys(drawing.document.components ?? {}).filter(id => !before.has(id))),
      form: 'wide',
    }),
  )
  const { style, paper } = pictureStyle(pageAssets().style, drawing.ground)
  const font = await fontFace(picture.replace(/<[^>]*>/g, ' '))
  const { width, height } = layout.wide
  const margin = 16
  const frame = [-margin, -margin, width + 2 * margin, height + 2 * margin]
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" class="replay" role="img" lang="${language}" width="${frame[2]}" height="${frame[3]}" viewBox="${frame.join(' ')}">`,
    `<title>${escaped(drawing.title)}</title>`,
    `<style><![CDATA[${font}\n${style}]]></style>`,
    `<rect x="${-margin}" y="${-margin}" width="${frame[2]}" height="${frame[3]}" fill="${paper}"/>`,
    // Within another picture it needs a size of its own.
    picture.replace('<svg ', `<svg width="${width}" height="${height}" `),
    '</svg>',
    '',
  ].join('\n')
}

function snapshotOf({ model }: Report, timeMs: number | null): Snapshot | null {
  return model === null ? null : snapshot(model.replay([]), timeMs)
}

/** Components that stand otherwise at that moment than they did without the ifs; what was not there before counts too. */
function changedStates(drawing: Drawing, shown: Snapshot): ReadonlySet<string> {
  const before = snapshotOf(openReport(dataOf(drawing, drawing.asItWas)), drawing.timeMs)
  const ids = Object.keys(drawing.document.components ?? {})
  return new Set(before === null ? [] : ids.filter(id => before.stateOf(id) !== shown.stateOf(id)))
}

function dataOf({ caseId, language }: Drawing, document: CaseDocument): ReportData {
  return {
    caseId,
    language,
    editions: [],
    document,
    attachments: [],
    withheld: [],
    checksum: '',
    version: '',
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
