/** Secrets, addresses and telephone numbers leave a text; times, hosts, commits and figures of an outage stay. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redact } from '../../src/interop/drafts/redact.js'

const key = ['AKIA', 'IOSFODNN7', 'EXAMPLE'].join('')
const slack = ['xoxb', '123456789012', 'abcdefghij'].join('-')
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxIn0abc', 'c2lnbmF0dXJl'].join('.')

it.each([
  [`use ${key} now`, 'use [•••] now', 'secret'],
  [`token ${slack}`, 'token [•••]', 'secret'],
  [`Authorization: Bearer ${jwt}`, 'Authorization: Bearer [•••]', 'secret'],
  ['postgres://app:hunter2@db.internal/x', 'postgres://[•••]@db.internal/x', 'secret'],
  ['password=hunter22 set', 'password=[•••] set', 'secret'],
  ['DB_PASSWORD: "correct-horse"', 'DB_PASSWORD: "[•••]"', 'secret'],
  ['비밀번호는 qwer1234! 입니다', '비밀번호는 [•••] 입니다', 'secret'],
  ['https://x.example/f.txt?t=xoxe-11731706867-3213&a=1', 'https://x.example/f.txt?t=[•••]&a=1', 'secret'],
  ['mail hana.kim@example.co.kr please', 'mail [•••] please', 'address'],
  ['call 010-1234-5678 or 02-123-4567', 'call [•••] or [•••]', 'phone'],
  ['01012345678로 연락', '[•••]로 연락', 'phone'],
  ['+82 10-1234-5678', '[•••]', 'phone'],
  ['(555) 123-4567', '[•••]', 'phone'],
])('%s', (text, expected, kind) => {
  expect(redact(text)).toEqual({ text: expected, kinds: [kind] })
  expect(redact(expected).text).toBe(expected)
})

it.each([
  '2022-10-15 15:30:12.482 +09:00, 15:30~16:10',
  'commit 1f0e3dad99908345f7439f8ffabdffc4a1b2c3d4',
  'host 10.20.30.40:8080, 192.168.100.200, node-12-345-6789',
  '32,000 of 90,000 servers; error rate 12.5%',
  'the password reset page and the token service are down',
  '@here INC-2022-1015-0001',
  'https://status.example/incidents/abc?page=2',
])('leaves %s', text => {
  expect(redact(text)).toEqual({ text, kinds: [] })
})

it('takes no long time over any text', () => {
  const piece = fc.constantFrom(
    'a',
    '@',
    '.',
    '-',
    '://',
    'password',
    '=',
    ' ',
    '0',
    '+82',
    'eyJ',
    '-----BEGIN PRIVATE KEY-----',
    ':',
    '?',
    'key',
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), pieces => {
      const text = pieces.join('').repeat(2000).slice(0, 50_000)
      const began = performance.now()
      redact(text)
      expect(performance.now() - began).toBeLessThan(2000)
    }),
    { numRuns: 60 },
  )
})
