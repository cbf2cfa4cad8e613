/** Where in a YAML text a cursor stands: the keys that lead to it, and what is being written there. */
export interface YamlPlace {
  /** Keys from the top, `#` for an item of a list. */
  readonly path: readonly string[]
  /** Whether a key is being written, or a value. */
  readonly writes: 'key' | 'value'
  /** The word before the cursor, and where it begins. */
  readonly word: string
  readonly from: number
}

/**
 * Finds the place by the indentation of the lines above, and the braces on the cursor's own line: good enough to complete, also
 * while the text is not YAML yet. Looks only upward until the left margin.
 */
export function yamlPlace(text: string, offset: number): YamlPlace {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const before = text.slice(lineStart, offset)
  const { path: above, indent } = keysAbove(text, lineStart, before)
  const own = withinLine(before.slice(indent))
  const word = /[\p{L}\p{N}_.@-]*$/u.exec(before)?.[0] ?? ''
  return { path: [...above, ...own.path], writes: own.writes, word, from: offset - word.length }
}

/** Keys of the lines above that the line stands under, outermost first. */
function keysAbove(text: string, lineStart: number, before: string): { path: string[]; indent: number } {
  const indent = /^[ ]*/.exec(before)?.[0].length ?? 0
  const path: string[] = []
  let depth = indent
  let end = lineStart - 1
  while (end > 0 && depth > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1
    const line = text.slice(start, end)
    end = start - 1
    const found = /^( *)((?:- +)*)("[^"]*"|'[^']*'|[^\s#'"{[][^:]*?)\s*:(?:\s|$)/.exec(line)
    if (found === null) continue
    const [, spaces = '', dashes = '', key = ''] = found
    const own = spaces.length + dashes.length
    if (own < depth && own >= 0) {
      path.unshift(...(dashes === '' ? [] : ['#']), unquoted(key))
      depth = spaces.length
      if (dashes !== '' && depth === 0) break
    } else if (own === depth && dashes !== '' && spaces.length < depth) {
      path.unshift('#')
      depth = spaces.length
    }
  }
  return { path, indent }
}

/** What the line itself says up to the cursor: `- { takes: 5m, needs: a`. */
function withinLine(line: string): { path: string[]; writes: 'key' | 'value' } {
  const path: string[] = []
  /** For each open bracket: how many keys led into it. */
  const open: { readonly kind: '{' | '['; readonly keys: number }[] = []
  let rest = line
  while (rest.startsWith('- ')) {
    path.push('#')
    rest = rest.slice(2).trimStart()
  }
  let key = ''
  let writes: 'key' | 'value' = 'key'
  let quote = ''
  for (const [place, sign] of [...rest].entries()) {
    if (quote !== '') {
      if (sign === quote) quote = ''
      else key += sign
    } else if ((sign === '"' || sign === "'") && key.trim() === '') quote = sign
    else if (sign === '{' || sign === '[') {
      open.push({ kind: sign, keys: path.length })
      if (sign === '[') path.push('#')
      writes = sign === '{' ? 'key' : 'value'
      key = ''
    } else if (sign === '}' || sign === ']') {
      path.length = open.pop()?.keys ?? path.length
      key = ''
    } else if (sign === ',' && open.length > 0) {
      const inside = open.at(-1)!
      path.length = inside.keys + (inside.kind === '[' ? 1 : 0)
      writes = inside.kind === '{' ? 'key' : 'value'
      key = ''
    } else if (sign === ':' && writes === 'key' && /^(\s|$)/.test([...rest].slice(place + 1).join(''))) {
      path.push(key.trim())
      writes = 'value'
      key = ''
    } else key += sign
  }
  return { path, writes }
}

function unquoted(key: string): string {
  return /^(["']).*\1$/.test(key) ? key.slice(1, -1) : key
}
