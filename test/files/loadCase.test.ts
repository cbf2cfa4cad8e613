// A case is read from its files: in one order whatever order they come in, with every problem at once.

import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../src/files/caseFile.js'
import { loadCase } from '../../src/files/loadCase.js'
import { readCaseFolder } from '../../src/publish/readFolder.js'

const head = {
  path: 'case.yaml',
  text: 'case: { title: Test, timezone: UTC, start: 2022-10-15 15:19, languages: [ko] }\n',
}
const load = (...files: CaseFile[]) =>
  loadCase('test', [head, { path: 'report.ko.md', text: '# 보고서' }, ...files])
const codes = (...files: CaseFile[]) =>
  load(...files).problems.map(({ code, file, line }) => `${file}:${line} ${code}`)

describe('the files of a case', () => {
  const parts: CaseFile[] = [
    { path: 'b.yaml', text: 'components: { web: { kind: service, needs: db } }\n' },
    {
      path: 'a/z.yaml',
      text: 'components: { db: { kind: store } }\nevents: { x: { at: +0m, fail: [db] } }\n',
    },
    { path: 'c.yaml', text: 'components:\n  10th: { kind: tool }\n' },
  ]

  it('are one document in the order of their names', () => {
    expect(load(parts[0]!, parts[1]!).compiled?.ids).toEqual(['db', 'web'])
    expect(load(parts[1]!, parts[0]!).document).toEqual(load(parts[0]!, parts[1]!).document)
  })

  it('have their roles by place and name', () => {
    const loaded = load(
      ...parts.slice(0, 2),
      { path: 'evidence/notes.yaml', text: 'not: a part' },
      { path: '.hidden/x.yaml', text: '[' },
      { path: 'notes.txt', text: '[' },
      { path: 'sub/report.ko.md', text: 'no narrative' },
      { path: 'evidence/photo.jpg', text: new Uint8Array([1, 2]) },
    )
    expect(loaded.problems).toEqual([])
    expect(loaded.narratives).toEqual({ ko: { path: 'report.ko.md', text: '# 보고서' } })
    expect(loaded.attachments.map(({ path, bytes }) => [path, bytes.length])).toEqual([
      ['evidence/notes.yaml', 11],
      ['evidence/photo.jpg', 2],
    ])
  })

  it('are all read, also where one of them is broken', () => {
    expect(
      codes({ path: 'b.yaml', text: 'components: [\n' }, { path: 'c.yaml', text: 'evnts: {}\n' }),
    ).toEqual(['b.yaml:1 unclosed-bracket', 'c.yaml:1 unknown-key'])
  })

  it('may begin with a byte order mark and end lines as Windows does', () => {
    const text = '\uFEFFcomponents:\r\n  web: { kind: service, needs: dbb }\r\n  db: { kind: store }\r\n'
    const { problems } = load({ path: 'b.yaml', text })
    expect(problems).toMatchObject([
      {
        code: 'unknown-id',
        line: 2,
        column: 32,
        endColumn: 35,
        lineText: '  web: { kind: service, needs: dbb }',
        suggestion: 'db',
      },
    ])
  })
})

describe('the place of a problem', () => {
  it.each([
    ['a plain text', 'needs: db and dbb', 24, 27],
    ['a quoted one', 'needs: "db and dbb"', 25, 28],
    ['an item of a list', 'needs: [db, dbb]', 22, 25],
  ])('in %s is exact', (_, needs, column, endColumn) => {
    const text = `components:\n  web: { ${needs}, kind: x }\n  db: { kind: store }\n`
    expect(load({ path: 'b.yaml', text }).problems).toMatchObject([
      { code: 'unknown-id', line: 2, column, endColumn },
    ])
  })

  it('is the anchor where an alias is meant', () => {
    const text =
      'components:\n  db: { kind: store, basis: &x { count: asumed } }\n  web: { kind: service, basis: *x }\n'
    expect(load({ path: 'b.yaml', text }).problems.map(({ line }) => line)).toEqual([2])
  })
})

describe('the cases of the repository', () => {
  const folders = ['cases', 'scaffold'].flatMap(root => readdirSync(root).map(name => `${root}/${name}`))

  it.each(folders)('%s has no error', folder => {
    const { files, problems, id } = readCaseFolder(folder)
    expect(loadCase(id, files, { problems }).problems.filter(({ severity }) => severity === 'error')).toEqual(
      [],
    )
  })

  it('kakao-2022 is read from any order of its files', () => {
    const { files } = readCaseFolder('cases/kakao-2022')
    const [one, other] = [loadCase('k', files), loadCase('k', [...files].reverse())]
    expect(JSON.stringify(other.compiled)).toBe(JSON.stringify(one.compiled))
  })
})
