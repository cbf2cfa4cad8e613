import { expect, test } from 'vitest'
import { boundWords } from '../../../src/view/page/boundWords.js'

// What this proves: in a heading, a short Korean word stays with the word that it leans on, and nothing else changes.

const shown = (text: string) => boundWords(text).replaceAll('\u00a0', '_')

test('a phrase of time stays whole', () => {
  expect(shown('사진은 서른 시간 안, 모든 기능은')).toBe('사진은 서른_시간_안, 모든 기능은')
  expect(shown('데이터센터 한 곳이 통째로')).toBe('데이터센터 한_곳이 통째로')
  expect(shown('켤 수 있었던 때에')).toBe('켤_수_있었던_때에')
  expect(shown('화재 통보가 15시 23분에 닿았더라면')).toBe('화재 통보가 15시_23분에 닿았더라면')
  expect(shown('판교 한 곳 몫의 여유')).toBe('판교 한_곳_몫의 여유')
})

test('longer words that begin alike may be parted', () => {
  expect(shown('그때 안전한 이유')).toBe('그때 안전한 이유')
  expect(shown('전원 수배전반')).toBe('전원 수배전반')
})

test('other languages pass unchanged', () => {
  expect(boundWords('The tools were at one site')).toBe('The tools were at one site')
})
