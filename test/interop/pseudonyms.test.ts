/** Persons leave the text: names become roles or pseudonyms, and what stood around them still reads, in Korean and in English. */
import { expect, it } from 'vitest'
import { openPseudonyms, type Person } from '../../src/interop/drafts/pseudonyms.js'

const people: readonly Person[] = [
  { id: 'U1', names: ['김하나', 'hana.kim'], givenName: '하나' },
  { id: 'U2', names: ['Will Stone', 'wstone'], givenName: 'Will' },
  { id: 'U3', names: ['Mara Lind', 'mara'], givenName: 'Mara' },
  { id: 'U4', names: ['박둘', 'ops'] },
]
const roles = { 'hana.kim': '당직 엔지니어', u2: 'duty manager' }

it.each([
  ['김하나님이 재시작했습니다', '당직 엔지니어가 재시작했습니다'],
  ['김하나가 보고', '당직 엔지니어가 보고'],
  ['김하나 님은 확인 중, 김하나씨에게 전달', '당직 엔지니어는 확인 중, 당직 엔지니어에게 전달'],
  ['하나님께서 보심', '당직 엔지니어께서 보심'],
  ['김하나 팀장님이, 김하나팀장이', '당직 엔지니어 팀장님이, 당직 엔지니어팀장이'],
  ['하나 매니저님 확인 부탁드립니다', '당직 엔지니어 매니저님 확인 부탁드립니다'],
  ['하나 책임감 있는 서버', '하나 책임감 있는 서버'],
  ['서버 하나가 내려감', '서버 하나가 내려감'],
  ['김하나은행 이체 실패', '김하나은행 이체 실패'],
  ['담당은 김하나입니다', '담당은 당직 엔지니어입니다'],
  ['hana.kim이 재시작, @hana.kim 확인', '당직 엔지니어가 재시작, 당직 엔지니어 확인'],
  ['Will Stone restarted it. Will it hold?', 'duty manager restarted it. Will it hold?'],
  ["mara's change; MARA LIND, Mara.", "[@1]'s change; [@1], [@1]."],
  ['박둘이 껐다', '박둘이 껐다'],
  ['박둘님이 껐다', '[@1]이 껐다'],
  ['ops is quiet, ask @ops', 'ops is quiet, ask [@1]'],
  ['https://git.example/wstone/x', 'https://git.example/duty manager/x'],
])('%s', (text, expected) => {
  expect(openPseudonyms(people, roles).inText(text)).toBe(expected)
})

it('numbers in the order of appearance, the same person the same way however they are called', () => {
  const names = openPseudonyms(people)
  expect(names.ofId('U3')).toBe('[@1]')
  expect(names.inText('김하나 and mara')).toBe('[@2] and [@1]')
  expect(names.ofId('U99')).toBe('[@3]')
  expect(names.ofName('Mara Lind')).toBe('[@1]')
  expect(names.replaced()).toEqual([
    { original: 'Mara Lind', replacement: '[@1]' },
    { original: '김하나', replacement: '[@2]' },
    { original: 'U99', replacement: '[@3]' },
  ])
})

it('a name that two have is nobody in particular', () => {
  const two = [
    { id: 'U1', names: ['이민수', 'ms1'] },
    { id: 'U2', names: ['이민수', 'ms2'] },
  ]
  expect(openPseudonyms(two).inText('이민수님과 ms2')).toBe('[@?]와 [@1]')
})

it('finds the people of a large workspace in a moment', () => {
  const crowd = Array.from({ length: 5000 }, (_none, index) => ({
    id: `U${index}`,
    names: [`Person${index} Family${index}`, `p.family${index}`],
  }))
  const names = openPseudonyms(crowd)
  const text = 'Person4999 Family4999 and p.family17 looked at it again and again. '.repeat(20)
  const began = performance.now()
  for (let round = 0; round < 500; round++) names.inText(text)
  expect(performance.now() - began).toBeLessThan(3000)
})
