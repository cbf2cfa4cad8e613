import { plainKey } from './quickValue.js'

/** A stretch of lines that can be parsed by itself: a top-level key with what is in it, or one entry under one. */
export interface CutPiece {
  readonly key: string
  /** The line of the key. */
  readonly from: number
  /** The key itself. */
  readonly keyFrom: number
  /** The line of the next piece. */
  readonly to: number
}

/** A top-level key with its entries, or (null) without, where what is under it is no plain block of entries. */
export interface CutSection extends CutPiece {
  readonly entries: readonly CutPiece[] | null
}

type Open<T> = { -readonly [K in keyof T]: T[K] }

/**
 * Cuts the text of a YAML file at its top-level keys and at the keys one level below, by indentation alone. Null where that is not
 * how the file is written: documents, directives, tabs before a text, a root that is no plain map. Whether the pieces can be read
 * each by itself is for the reader to find out: one that ends inside of a quotation cannot.
 */
export function cutFile(text: string): readonly CutSection[] | null {
  if (/\r(?!\n)|\uFEFF/.test(text)) return null
  const sections: Open<CutSection>[] = []
  let section: Open<CutSection> | null = null
  let entries: Open<CutPiece>[] = []
  let entryIndent = 0
  for (let line = 0; line < text.length; ) {
    let at = line
    while (text.charCodeAt(at) === 32) at++
    const lineEnd = text.indexOf('\n', at)
    const next = lineEnd < 0 ? text.length : lineEnd + 1
    const first = text.charCodeAt(at)
    const indent = at - line
    if (first === 9) return null
    if (first === 35 || first === 10 || first === 13 || at >= text.length) {
      line = next
      continue
    }
    if (indent === 0) {
      const key = keyAt(text, at)
      if (key === null) return null
      const opens = /^ *(?:#[^\n]*)?\r?\n?$/.test(text.slice(at + key.length + 1, next))
      entries = []
      entryIndent = 0
      if (section !== null) section.to = line
      section = { key, from: line, keyFrom: at, to: text.length, entries: opens ? entries : null }
      sections.push(section)
    } else if (section === null) return null
    else if (section.entries !== null && (entryIndent === 0 || indent <= entryIndent)) {
      const key = entryIndent === 0 || indent === entryIndent ? keyAt(text, at) : null
      entryIndent ||= indent
      if (key === null) section.entries = null
      else entries.push({ key, from: line, keyFrom: at, to: text.length })
    }
    line = next
  }
  for (const { entries: found, to } of sections) {
    found?.forEach((entry, place) => {
      ;(entry as Open<CutPiece>).to = found[place + 1]?.from ?? to
    })
  }
  return sections.map(cut => (cut.entries?.length === 0 ? { ...cut, entries: null } : cut))
}

function keyAt(text: string, at: number): string | null {
  plainKey.lastIndex = at
  const key = plainKey.exec(text)?.[0] ?? null
  return key === '__proto__' ? null : key
}
