import { CompletionContext, type CompletionSource } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import schema from '../../../../schema/case.schema.json' with { type: 'json' }
import type { CaseDocument } from '../../../../src/model/case.js'
import { directiveCompletion } from '../../../../src/web/workspace/writing/directiveCompletion.js'
import { type JsonSchema, keysAt, valuesAt } from '../../../../src/web/workspace/writing/schemaPlace.js'
import { yamlCompletion } from '../../../../src/web/workspace/writing/yamlCompletion.js'

// What this proves: while a file or a narrative is written, what may stand at the cursor (`|`) is offered: keys and words of the format, ids
// of the case by what they are called, directives; and nothing where anything may stand.

const document = {
  components: {
    shop: { kind: 'service', title: { ko: '가게', en: 'Shop' } },
    feed: { kind: 'feed', title: { ko: '급전', en: 'Feed' } },
    crew: { kind: 'team', title: { ko: '조', en: 'Crew' } },
  },
  facts: { fire: { text: { ko: '불이 났다', en: 'A fire' } } },
  ifs: { wall: { title: { ko: '벽이 있었더라면', en: 'Had there been a wall' } } },
  sources: { paper: { title: 'A paper' } },
} as unknown as CaseDocument
const known = { document: () => document, language: 'ko' as const }
const yaml = yamlCompletion(schema as unknown as JsonSchema, known)
const markdown = directiveCompletion(known)

async function offered(source: CompletionSource, marked: string): Promise<readonly string[]> {
  const at = marked.indexOf('|')
  const state = EditorState.create({ doc: marked.replace('|', '') })
  const found = await source(new CompletionContext(state, at, false))
  if (found === null) return []
  // What the editor itself would filter by what is typed.
  const typed = state.sliceDoc(found.from, at)
  const fits = (label: string) => found.filter === false || label.startsWith(typed)
  return found.options.map(({ label }) => label).filter(fits)
}

test.each([
  ['fac|', ['facts']],
  ['facts:\n  fire:\n    pha|', ['phase']],
  ['components:\n  shop:\n    ki|', ['kind']],
  ['components:\n  shop:\n    needs: fe|', ['feed']],
  ['components:\n  shop:\n    recovery: [{ takes: 5m, crew: { c|', ['crew']],
  ['facts:\n  fire:\n    changes: { sh|', ['shop']],
  ['facts:\n  fire:\n    sources: [pa|', ['paper']],
  ['ifs:\n  wall:\n    components:\n      fe|', ['feed']],
  ['facts:\n  fire:\n    text: fe|', []],
])('%j', async (marked, labels) => {
  expect(await offered(yaml, marked)).toEqual(labels)
})

test.each([
  ['See :fact[fi|', ['fire']],
  ['See :fact[불|', ['fire']],
  ['See :fact[nothing|', []],
  [':duration[가|', ['shop']],
  ['::if{id=벽|', ['wall']],
  [':verdict[shop]{if=wa|', ['wall']],
  // Only services are offered where a service is meant.
  ['::recovery-path{of=|', ['shop']],
  ['::repl|', ['replay']],
  ['some ::repl|', []],
  ['at 15:1|', []],
])('%j', async (marked, labels) => {
  expect(await offered(markdown, marked)).toEqual(labels)
})

test('the schema tells keys and words at a path, through references and lists', () => {
  const root: JsonSchema = {
    properties: { a: { $ref: '#/definitions/A' } },
    definitions: {
      A: {
        anyOf: [
          { properties: { x: { enum: ['on', 'off'] }, y: { description: 'why', $ref: '#/definitions/A' } } },
          { items: { const: 1 } },
        ],
      },
    },
  }
  expect(keysAt(root, ['a']).map(({ key }) => key)).toEqual(['x', 'y'])
  expect(keysAt(root, ['a', 'y', 'y'])[1]).toEqual({ key: 'y', description: 'why' })
  expect(valuesAt(root, ['a', 'x'])).toEqual(['on', 'off'])
  expect(valuesAt(root, ['a', '#'])).toEqual(['1'])
  expect(keysAt(root, ['nothing', 'there'])).toEqual([])
})
