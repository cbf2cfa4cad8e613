import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'

/** Weights that the page uses. */
const WEIGHTS = { min: 400, max: 800 }
/** Kerning, marks, and figures of one width for times. */
const FEATURES = ['ccmp', 'kern', 'liga', 'mark', 'tnum']
/** Subsets kept in memory: a library that is served has one a case and language. */
const keptSubsets = 16
const kept = new Map<string, string>()

/** `@font-face` with Pretendard cut down to the characters given. The same characters give the same bytes. */
export async function fontFace(characters: string): Promise<string> {
  const glyphs = [...new Set(characters)]
    .filter(char => char >= ' ')
    .sort()
    .join('')
  const known = kept.get(glyphs)
  if (known !== undefined) return known
  const subset = await subsetFont(wholeFont(), glyphs, {
    targetFormat: 'woff2',
    variationAxes: { wght: WEIGHTS },
    noHinting: true,
    keepFeatures: FEATURES,
  })
  const source = `url(data:font/woff2;base64,${subset.toString('base64')}) format("woff2")`
  const rule = `@font-face{font-family:Pretendard;font-weight:${WEIGHTS.min} ${WEIGHTS.max};font-style:normal;font-display:swap;src:${source}}`
  if (kept.size >= keptSubsets) kept.delete(kept.keys().next().value ?? '')
  kept.set(glyphs, rule)
  return rule
}

let whole: Buffer | null = null

function wholeFont(): Buffer {
  if (whole === null) {
    const folder = dirname(createRequire(import.meta.url).resolve('pretendard/package.json'))
    whole = readFileSync(join(folder, 'dist/web/variable/woff2/PretendardVariable.woff2'))
  }
  return whole
}
