/** Every note that an import can make, and every mark of a draft, has words in both languages. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DraftFlag } from '../../src/interop/draft.js'
import { flagWord } from '../../src/words/interop/flags/flagWords.js'
import { noteSentence } from '../../src/words/interop/interopWords.js'

const folder = join(import.meta.dirname, '../../src/interop')
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => readFileSync(join(folder, path), 'utf8'))
  .join('\n')
/** Codes where notes are made, and where a function chooses one. */
const codes = new Set(
  [
    ...source.matchAll(/(?:importNote|refused|note)\(\s*'([a-z0-9-]+)'/g),
    ...source.matchAll(/'((?:archive|json|slack|alertmanager|pagerduty|statuspage|google-cloud)-[a-z-]+)'/g),
  ]
    .map(([, code]) => code!)
    .filter(code => !/^(slack-export|alertmanager-alerts|pagerduty-log|google-cloud-status)$/.test(code)),
)

describe.each(['ko', 'en'] as const)('in %s', language => {
  it.each([...codes].sort())('%s has a sentence', code => {
    const values = {
      entry: 'a.json',
      limit: 5,
      place: 'a.json',
      left: 2,
      count: 1,
      encoding: 'EUC-KR',
      reason: 'x',
      example: '1/2',
      format: 'slack',
    }
    const sentence = noteSentence({ code, values }, language)
    expect(sentence).not.toBe(code)
    expect(sentence).not.toContain('undefined')
    expect(sentence).toMatch(language === 'ko' ? /[가-힣].*\.$/ : /^\P{Script=Hangul}+\.$/u)
  })

  it('every mark has words', () => {
    const flags: readonly DraftFlag[] = [
      { code: 'duplicate', of: 'a' },
      { code: 'clock-skew', byMs: -32_340_000 },
      { code: 'missing-zone', assumed: 'Asia/Seoul' },
      { code: 'missing-year', assumed: 2022 },
      { code: 'missing-date', assumed: '2022-10-15' },
      { code: 'missing-time' },
      { code: 'ambiguous-time' },
      ...(['bot', 'repeat', 'membership', 'empty'] as const).map(why => ({ code: 'noise', why }) as const),
      { code: 'repeated', count: 3, lastEpochMs: 0 },
      { code: 'edited' },
      ...(['secret', 'address', 'phone'] as const).map(what => ({ code: 'redacted', what }) as const),
    ]
    for (const flag of flags)
      expect(flagWord(flag, language)).toMatch(language === 'ko' ? /[가-힣]/ : /^\P{Script=Hangul}+$/u)
    expect(flagWord(flags[1]!, language)).toContain('-8:59')
    expect(flagWord({ code: 'clock-skew', byMs: 61_000 }, language)).toContain('+0:01:01')
  })
})
