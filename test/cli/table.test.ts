/** A table never gets wider than a terminal, keeps its columns in line also in Korean, and loses no letter. */
import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { paintFor } from '../../src/cli/paint.js'
import { table, widestTable, wrap } from '../../src/cli/table.js'

const plain = paintFor(false)
const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,12}$/),
  fc.stringMatching(/^[가-힣]{1,12}$/),
  fc.constant('판교-UPS-1'),
)
const text = fc.array(word, { maxLength: 12 }).map(words => words.join(' '))

describe('a table', () => {
  it('is never wider than a terminal, whatever it holds', () => {
    const shape = fc.integer({ min: 1, max: 6 }).chain(width =>
      fc.record({
        titles: fc.array(word, { minLength: width, maxLength: width }),
        rows: fc.array(fc.array(text, { minLength: width, maxLength: width }), { maxLength: 6 }),
      }),
    )
    fc.assert(
      fc.property(shape, ({ titles, rows }) => {
        const written = table(
          titles.map(title => ({ title, flexible: true })),
          rows,
          plain,
        )
        for (const line of written.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(widestTable)
      }),
    )
  })

  it('loses no letter when it wraps', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (long, width) => {
        const lines = wrap(long, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(long.replaceAll(' ', ''))
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('counts a Korean letter as two cells', () => {
    const written = table(
      [{ title: '서비스' }, { title: 'Down', align: 'right' }],
      [
        ['글 메시지', '10 h'],
        ['mail', '2 h'],
      ],
      plain,
    )
    expect(written).toBe('서비스     Down\n글 메시지  10 h\nmail        2 h\n')
  })

  it('colours without changing what is said', () => {
    const rows = [[{ text: '멈춤', colour: 'red' as const }, 'b']]
    const columns = [{ title: 'a' }, { title: 'b' }]
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
    const uncoloured = table(columns, rows, paintFor(true)).replace(/\u001b\[\d+m/g, '')
    expect(uncoloured).toBe(table(columns, rows, plain))
  })
})
