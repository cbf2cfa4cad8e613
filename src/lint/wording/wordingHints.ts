import type { WordingClass } from '../../words/wording/wordingWords.js'
import { english, englishPersons, korean, koreanPersons, type Phrase } from './phrases.js'

/** A stretch of a text that a reader learns little from. Offsets in UTF-16 units, the end exclusive. */
export interface WordingHint {
  readonly of: WordingClass
  readonly from: number
  readonly to: number
}

/** Hints given for one text; a text with more has been told enough. */
const hintsGiven = 200

const rules = {
  en: english.map(phrase => ({
    phrase,
    found: new RegExp(`\\b(?:${phrase.pattern})\\b`, 'gi'),
    unless: phrase.unless === undefined ? null : new RegExp(phrase.unless),
  })),
  ko: korean.map(phrase => ({
    phrase,
    found: new RegExp(phrase.pattern, 'g'),
    unless: phrase.unless === undefined ? null : new RegExp(phrase.unless),
  })),
}
const persons = {
  en: new RegExp(`\\b${englishPersons}\\b`, 'i'),
  ko: new RegExp(`(^|[\\s,(])${koreanPersons}(?=[\\s,])`),
}

/**
 * Hints about the wording of a text people read, Markdown or plain. What is quoted, code, a directive, the address of a link or a
 * comment is left alone: it is not the writer's own sentence. Warns, never forbids. Linear in the text.
 */
export function wordingHints(text: string, language: 'ko' | 'en'): readonly WordingHint[] {
  const own = ownWords(text)
  const hints: WordingHint[] = []
  for (const { from, to } of sentencesOf(own)) {
    const sentence = own.slice(from, to)
    for (const { phrase, found, unless } of rules[language]) {
      if (unless?.test(sentence)) continue
      for (const match of sentence.matchAll(found)) {
        if (!concernsPerson(phrase, sentence.slice(0, match.index), language)) continue
        hints.push({ of: phrase.of, from: from + match.index, to: from + match.index + match[0].length })
        if (hints.length >= hintsGiven) return hints
      }
    }
  }
  return hints.sort((a, b) => a.from - b.from || a.to - b.to)
}

function concernsPerson(phrase: Phrase, before: string, language: 'ko' | 'en'): boolean {
  return phrase.person !== true || persons[language].test(`${before} `)
}

/** What is not the writer's own: it is blanked out, so that every offset stays. */
const foreign =
  /```[\s\S]*?(?:```|(?![\s\S]))|`[^`\n]*`|<!--[\s\S]*?(?:-->|(?![\s\S]))|^>.*$|^---\n[\s\S]*?\n---$|:{1,3}[a-z-]+(?:\[[^\]\n]*\])?(?:\{[^}\n]*\})?|\]\([^)\n]*\)|https?:\/\/\S+|“[^”\n]*”|"[^"\n]*"|‘[^’\n]*’|「[^」\n]*」|『[^』\n]*』/gm

function ownWords(text: string): string {
  return text.replace(foreign, stretch => stretch.replace(/[^\n]/g, ' '))
}

function* sentencesOf(text: string): Generator<{ readonly from: number; readonly to: number }> {
  let from = 0
  for (const end of text.matchAll(/[.!?。]+(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*#>|]|\d+\.))/g)) {
    yield { from, to: end.index + end[0].length }
    from = end.index + end[0].length
  }
  yield { from, to: text.length }
}
