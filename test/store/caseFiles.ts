import fc from 'fast-check'
import type { CaseFile } from '../../src/files/caseFile.js'

/** Texts as people and programs leave them: ends of lines of all kinds, byte order marks, emoji, nothing at all. */
export const arbitraryText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\ufeff',
        '🙂',
        '👩‍🚒',
        '# 주석',
        'facts:\n  - id: a',
        '\t',
        '"',
        '\0',
        '\u2028',
      ),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 12 },
  )
  .map(parts => parts.join(''))

const name = fc.stringMatching(/^[a-z가-힣][a-z가-힣0-9_-]{0,8}$/)

const yaml = fc.record({
  path: fc
    .array(name, { minLength: 1, maxLength: 3 })
    .filter(parts => parts[0] !== 'evidence')
    .map(parts => `${parts.join('/')}.yaml`),
  text: arbitraryText,
})

const narrative = fc.record({ path: fc.constantFrom('report.ko.md', 'report.en.md'), text: arbitraryText })

const attachment = fc.record({
  path: name.map(part => `evidence/${part}.bin`),
  text: fc.uint8Array({ maxLength: 200 }),
})

/** A text file whose bytes are no UTF-8. */
const broken = fc.record({
  path: name.map(part => `broken-${part}.yaml`),
  text: fc.uint8Array({ maxLength: 20 }).map(bytes => Uint8Array.from([0xff, ...bytes])),
})

/** The files of a case, each path once. */
export const arbitraryFiles: fc.Arbitrary<CaseFile[]> = fc.uniqueArray(
  fc.oneof({ weight: 3, arbitrary: yaml }, narrative, attachment, broken),
  { selector: file => file.path, maxLength: 8 },
)
