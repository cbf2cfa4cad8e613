import { expect, test } from 'vitest'
import { patchLabel, patchSpec } from '../../../../src/web/workspace/pages/ifs/patchField.js'
import { patchRows } from '../../../../src/web/workspace/pages/ifs/patchRows.js'
import { formWords } from '../../../../src/words/workspace/forms.js'

// What this proves: what an if changes is listed condition by condition, beside what it is now; what it adds is one row, and what it takes
// away is told apart from both; each row has the control that fits.

const system: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  components: { shop: { needs: 'power', repair: { takes: '2h', crew: { team: 2 } } } },
  quantities: { walk: { value: '10m' } },
}
const rows = (written: unknown) =>
  patchRows(written, (section, id) => system[section]?.[id]).map(
    ({ section, id, field, value, before }) =>
      `${[section, id, ...field].join('.')} ${JSON.stringify(before) ?? '-'} > ${JSON.stringify(value)}`,
  )

test('one row for each condition, however deep', () => {
  const written = {
    title: 'x',
    components: {
      shop: { needs: 'power or sun', repair: { takes: '1h' }, in: null },
      second: { kind: 'tool' },
      third: null,
    },
    quantities: { walk: { value: '5m' } },
  }
  expect(rows(written)).toEqual([
    'components.shop.needs "power" > "power or sun"',
    'components.shop.repair.takes "2h" > "1h"',
    'components.shop.in - > null',
    'components.second - > {"kind":"tool"}',
    'components.third - > null',
    'quantities.walk.value "10m" > "5m"',
  ])
})

test.each([undefined, null, 'text', [], { components: [] }, { components: null }])(
  '%j changes nothing that can be listed',
  written => {
    expect(rows(written)).toEqual([])
  },
)

test('a field has the control of the forms', () => {
  expect(patchSpec('components', ['needs']).kind).toBe('condition')
  expect(patchSpec('components', ['repair']).kind).toBe('work')
  expect(patchSpec('components', ['repair', 'takes']).kind).toBe('duration')
  // An event's `repair` is a list of components.
  expect(patchSpec('events', ['repair'])).toMatchObject({ kind: 'names', of: 'components' })
  expect(patchSpec('components', ['of-its-own']).kind).toBe('value')
  const words = formWords('en')
  expect(patchLabel('components', ['repair', 'takes'], words)).toBe(
    `${words.fields.repair} · ${words.fields.takes}`,
  )
  expect(patchLabel('components', ['of-its-own'], words)).toBe('of-its-own')
})
