/** A paragraph, a list, a table or a heading of a narrative, with what bears its numbers out. */
export interface Passage {
  /** Its words with everything blanked out that is not the writer's own statement. Same length as in the narrative. */
  readonly words: string
  readonly offset: number
  /** Facts that it names; a heading stands for its whole section. */
  readonly facts: ReadonlySet<string>
  /** For a heading, the passages of its section. */
  readonly section: readonly Passage[] | null
}

/** What states nothing: fences, code, comments, front matter, directives, addresses, marks of lists and of footnotes. */
const notStated =
  /```[\s\S]*?(?:```|(?![\s\S]))|`[^`\n]*`|<!--[\s\S]*?(?:-->|(?![\s\S]))|^---\n[\s\S]*?\n---$|:{1,3}[a-z-]+(?:\[[^\]\n]*\])?(?:\{[^}\n]*\})|:{1,3}[a-z-]+\[[^\]\n]*\]|\]\([^)\n]*\)|\[\^[^\]\n]*\]:?|https?:\/\/\S+|^[ \t]*\d+[.)](?=\s)/gm

const blankOut = (stretch: string) => stretch.replace(/[^\n]/g, ' ')
const blank = (text: string, pattern: RegExp) => text.replace(pattern, blankOut)

/** What cites: a source of the case, an address, an attachment, or a footnote that does. */
const cites = /:source\[|\]\((?:https?:|\.?\/?evidence\/)|<https?:|\[\^|https?:\/\//

/** Linear in the text. `names` are titles that hold a digit: a name states nothing. */
export function passagesOf(text: string, names: readonly string[]): readonly Passage[] {
  const stated = withoutNames(blank(withoutCited(text), notStated), names)
  const passages: { -readonly [K in keyof Passage]: Passage[K] }[] = []
  const open: { level: number; facts: Set<string>; section: Passage[] }[] = []
  for (const { from, to, level } of blocksOf(text)) {
    const facts = new Set<string>()
    for (const [, id = ''] of text.slice(from, to).matchAll(/:fact\[([^\]\n]*)\]/g)) facts.add(id.trim())
    while (level > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop()
    const section: Passage[] | null = level > 0 ? [] : null
    const passage = { words: stated.slice(from, to), offset: from, facts, section }
    for (const heading of open) {
      heading.section.push(passage)
      for (const id of facts) heading.facts.add(id)
    }
    if (section !== null) open.push({ level, facts, section })
    passages.push(passage)
  }
  return passages
}

/** Blocks parted by blank lines; a heading is one by itself, of its level. */
function* blocksOf(text: string) {
  let from = 0
  for (const match of text.matchAll(/^(#{1,6})[ \t].*$|^[ \t]*$/gm)) {
    if (match.index > from) yield { from, to: match.index, level: 0 }
    from = match.index + match[0].length
    if (match[1] !== undefined) yield { from: match.index, to: from, level: match[1].length }
  }
  if (from < text.length) yield { from, to: text.length, level: 0 }
}

/** Sentences that cite something need no fact besides. */
function withoutCited(text: string): string {
  const parts: string[] = []
  let from = 0
  const take = (to: number) => {
    const sentence = text.slice(from, to)
    parts.push(cites.test(sentence) ? blankOut(sentence) : sentence)
    from = to
  }
  for (const end of text.matchAll(/[.!?。]+[)"”’」』]*(?=\s|$)|\n(?=\s*(?:[-*#>|]|\d+[.)]\s|\[\^|\n))/g))
    take(end.index + end[0].length)
  take(text.length)
  return parts.join('')
}

function withoutNames(text: string, names: readonly string[]): string {
  let left = text
  for (const name of names) if (left.includes(name)) left = left.replaceAll(name, ' '.repeat(name.length))
  return left
}
