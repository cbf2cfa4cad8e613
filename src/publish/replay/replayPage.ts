import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { MetData } from '../../view/ourselves/metData.js'
import { metNames } from '../../view/ourselves/metNames.js'
import { MetPage } from '../../view/ourselves/metPage.js'
import { packageVersion, pageAssets } from '../assets.js'
import { fontFace } from '../font.js'

/** The page of a replay in one string: style and font are inside, there is no script, and nothing is loaded from elsewhere. */
export async function replayPage(given: Omit<MetData, 'version'>): Promise<string> {
  const data: MetData = { ...given, version: packageVersion() }
  const body = renderToString(h(MetPage, { data }))
  const font = await fontFace(body.replace(/<[^>]*>/g, ' ').replace(/&[a-z]+;/g, '<>&"'))
  const { text, words } = metNames(data)
  const title = words.title(text(data.own.document.case.title), text(data.system.document.case.title))
  return [
    '<!doctype html>',
    `<html lang="${data.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<style>${font}</style>`,
    `<style>${pageAssets().style}</style>`,
    '</head>',
    `<body>${body}</body>`,
    '</html>',
    '',
  ].join('\n')
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
