import { withoutEntities } from './entities.js'

/** Elements whose content nobody reads as text. */
const silent = new Set([
  'script',
  'style',
  'svg',
  'head',
  'title',
  'template',
  'noscript',
  'iframe',
  'object',
])
/** Elements that begin a line. */
const blocks = new Set(
  'p div br li ul ol tr table h1 h2 h3 h4 h5 h6 section article header footer blockquote pre hr'.split(' '),
)

/** Whether a text has markup in it, rather than a lone `<`. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(\s[^<>]*)?\/?>/i.test(text)
}

/**
 * The words of an HTML fragment: paragraphs and list items become lines, the content of scripts and pictures goes, and
 * entities become characters. One pass from left to right; nothing is ever rendered from it.
 */
export function htmlText(html: string): string {
  let text = ''
  let silentUntil: string | null = null
  let at = 0
  const lastClose = html.lastIndexOf('>')
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0 || open > lastClose) break
    if (silentUntil === null) text += withoutEntities(html.slice(at, open))
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const tag = /^<(\/?)([a-z][a-z0-9]*)\b|^<[!?]/i.exec(html.slice(open, open + 40))
    const close = html.indexOf('>', open)
    if (tag === null) {
      if (silentUntil === null) text += '<'
      at = open + 1
      continue
    }
    const name = (tag[2] ?? '').toLowerCase()
    const ends = tag[1] === '/'
    if (silentUntil !== null) {
      if (ends && name === silentUntil) silentUntil = null
    } else if (!ends && silent.has(name) && html[close - 1] !== '/') silentUntil = name
    else if (blocks.has(name)) text += !ends && name === 'li' ? '\n- ' : '\n'
    at = close + 1
  }
  if (silentUntil === null && at < html.length) text += withoutEntities(html.slice(at))
  return text
    .replace(/[ \t]*\n[ \t\n]*/g, '\n')
    .replace(/\n- \n/g, '\n- ')
    .trim()
}
