import { expect, test } from 'vitest'
import { yamlPlace } from '../../../../src/web/workspace/writing/yamlPlace.js'

// What this proves: while YAML is being written, the place of the cursor (`|`) is found: the keys that lead to it, and whether a key
// or a value is written there.

const at = (marked: string) => {
  const offset = marked.indexOf('|')
  const { path, writes, word } = yamlPlace(marked.replace('|', ''), offset)
  return `${path.join('/')} ${writes} ${word}`.trim()
}

test.each([
  ['fac|', 'key fac'],
  ['facts:\n  one:\n    |', 'facts/one key'],
  ['facts:\n  one:\n    at: 2022\n    ph|', 'facts/one key ph'],
  ['facts:\n  one:\n    phase: im|', 'facts/one/phase value im'],
  ['facts:\n  one: { at: 2022, so|', 'facts/one key so'],
  ['facts:\n  one: { at: 2022, sources: [a, b|', 'facts/one/sources/# value b'],
  ['facts:\n  one: { changes: { ta|', 'facts/one/changes key ta'],
  ['facts:\n  one: { changes: { talk: do|', 'facts/one/changes/talk value do'],
  ['components:\n  a:\n    needs: b and c.|', 'components/a/needs value c.'],
  ['components:\n  a:\n    recovery:\n      - { takes: 5m, ne|', 'components/a/recovery/# key ne'],
  ['components:\n  a:\n    recovery:\n      - takes: 5m\n        ne|', 'components/a/recovery/# key ne'],
  ['components:\n  a:\n    sources:\n      - on|', 'components/a/sources/# key on'],
  ['components:\n  a: {}\nevents:\n  x:\n    cut: [a, |', 'events/x/cut/# value'],
  ['components:\n\n  # a note: with a colon\n  가나: { kind: si|', 'components/가나/kind value si'],
])('%j', (marked, expected) => {
  expect(at(marked)).toBe(expected)
})
