import { expect, test } from 'vitest'
import { attach, type ParticlePair } from '../../src/words/particles.js'

// Each row: a title as authors write them, and the particle forms that a reader of Korean expects after it.
test.each<[string, ParticlePair, string]>([
  ['도구', '은/는', '도구는'],
  ['메일', '은/는', '메일은'],
  ['글 메시지', '이/가', '글 메시지가'],
  ['판교 데이터센터', '을/를', '판교 데이터센터를'],
  ['벽', '을/를', '벽을'],
  ['메일', '으로/로', '메일로'],
  ['벽', '으로/로', '벽으로'],
  ['도구', '으로/로', '도구로'],
  ['벽', '이라/라', '벽이라'],
  ['도구', '이라/라', '도구라'],
  ['서버 1', '은/는', '서버 1은'],
  ['서버 2', '은/는', '서버 2는'],
  ['서버 1', '으로/로', '서버 1로'],
  ['서버 6', '으로/로', '서버 6으로'],
  ['서버 10', '이/가', '서버 10이'],
  ['2022', '과/와', '2022와'],
  ['UPS', '은/는', 'UPS는'],
  ['DNS', '을/를', 'DNS를'],
  ['SQL', '으로/로', 'SQL로'],
  ['RAM', '이/가', 'RAM이'],
  ['API', '을/를', 'API를'],
  ['PC 로그인', '은/는', 'PC 로그인은'],
  ['login', '은/는', 'login은'],
  ['mail', '으로/로', 'mail로'],
  ['cache', '을/를', 'cache를'],
  ['server', '이/가', 'server가'],
  ['backup', '을/를', 'backup을'],
  ['client', '은/는', 'client는'],
  ['talk-text', '은/는', 'talk-text는'],
  ['feed-a', '이/가', 'feed-a가'],
  ['전환 도구(판교)', '이/가', '전환 도구(판교)가'],
  ['벽 (지하 3층)', '이/가', '벽 (지하 3층)이'],
  ['「다음 메일」', '은/는', '「다음 메일」은'],
  ['서버 40%', '이/가', '서버 40%가'],
  ['(판교)', '은/는', '(판교)는'],
])('%s with %s is %s', (word, pair, expected) => {
  expect(attach(word, pair)).toBe(expected)
})
