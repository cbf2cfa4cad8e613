import { createHash } from 'node:crypto'
import { renderToString } from 'preact-render-to-string'
import type { Narrative } from '../narrative/readNarrative.js'
import { Sections } from '../narrative/sections.js'
import { DocumentPage } from '../view/page/documentPage.js'
import { openReport } from '../view/report.js'
import type { ReportData } from '../view/reportData.js'
import { reportWords } from '../words/report/reportWords.js'
import { pageAssets } from './assets.js'
import { fontFace } from './font.js'

/** What a page is drawn from besides the data that it carries. */
export interface PageInput {
  readonly data: ReportData
  readonly narrative: Narrative | null
  readonly hiddenFacts: ReadonlySet<string>
  /** Served while the files change: a reload script of the server may run and ask it. */
  readonly live: boolean
}

/** A whole page in one string: style, font, data and script are inside, and nothing is loaded from elsewhere. */
export async function reportPage({ data, narrative, hiddenFacts, live }: PageInput): Promise<string> {
  const report = openReport(data)
  const body = renderToString(
    <DocumentPage report={report}>
      <Sections report={report} narrative={narrative} hiddenFacts={hiddenFacts} />
    </DocumentPage>,
  )
  const { script: bundle, style } = pageAssets()
  const script = body.includes('data-island=') ? bundle : ''
  const json = embedded(data)
  const font = await fontFace(`${visible(body)}${json}${script}${ASCII}`)
  const words = reportWords(data.language)
  const title = report.text(data.document.case.title)
  const summary = report.text(data.document.case.summary)
  return [
    '<!doctype html>',
    `<html lang="${data.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(script, live)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="generator" content="manil ${escaped(data.version)}">`,
    `<title>${escaped(`${title} · ${words.brand}`)}</title>`,
    ...(summary === '' ? [] : [`<meta name="description" content="${escaped(summary)}">`]),
    `<style>${style}</style>`,
    '</head>',
    // What can be seen comes first: words and pictures stand before the font, the data and the script have arrived.
    `<body>${body}`,
    `<style>${font}</style>`,
    `<script type="application/json" id="manil-data">${json}</script>`,
    ...(script === '' ? [] : [`<script>${script}</script>`]),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const ASCII = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place)).join('')

/** Nothing may be loaded; only the page's own script runs, known by its hash. */
function policy(script: string, live: boolean): string {
  const hash = createHash('sha256').update(script).digest('base64')
  const own = script === '' ? "'none'" : `'sha256-${hash}'`
  const scripts = live ? "script-src 'unsafe-inline'; connect-src 'self'" : `script-src ${own}`
  return `default-src 'none'; ${scripts}; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`
}

/** JSON that cannot end the element that it stands in. */
function embedded(data: ReportData): string {
  return JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}

/** The characters of a page that are shown: without markup, pictures and their data. */
function visible(html: string): string {
  return html.replace(/<[^>]*>/g, ' ')
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
