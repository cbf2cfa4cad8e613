// Every reason for which an edit is refused has words in both languages that name what is meant and say what to do.

import { expect, it } from 'vitest'
import type { EditRefusal } from '../../src/files/caseEdit.js'
import { editRefusal } from '../../src/words/edits/editWords.js'

const refusals: Readonly<Record<EditRefusal['code'], [EditRefusal, string]>> = {
  unreadable: [{ code: 'unreadable', file: 'facts.yaml' }, 'facts.yaml'],
  'no-such-place': [{ code: 'no-such-place', path: ['facts', 'x', 0] }, 'facts.x.0'],
  shared: [{ code: 'shared', path: ['components', '서버'] }, 'components.서버'],
  taken: [{ code: 'taken', id: '서버' }, '서버'],
  'not-an-id': [{ code: 'not-an-id', id: 'a b' }, 'a b'],
  'no-such-file': [{ code: 'no-such-file', file: 'b.yaml' }, 'b.yaml'],
}

it.each(Object.values(refusals))('$code', (refusal, named) => {
  for (const language of ['ko', 'en'] as const) {
    const said = editRefusal(refusal, language)
    expect(said).toContain(named)
    expect(said).toMatch(language === 'ko' ? /십시오\.$/ : /[a-z&*]\.$/)
  }
})

it('particles fit the name', () => {
  expect(editRefusal({ code: 'taken', id: '도구' }, 'ko')).toMatch(/^도구라는 이름은/)
  expect(editRefusal({ code: 'taken', id: '서버실' }, 'ko')).toMatch(/^서버실이라는 이름은/)
})
