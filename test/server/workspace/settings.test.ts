/** Proves what a workspace takes from its environment, and by which names it may be called. */
import { describe, expect, test } from 'vitest'
import { isLoopbackAddress, siteOf } from '../../../src/server/workspace/security/hosts.js'
import { jsonProblem } from '../../../src/server/workspace/security/plainJson.js'
import { settingsFrom } from '../../../src/server/workspace/settings.js'

describe('the environment', () => {
  test('may say nothing', () => {
    expect(settingsFrom({ MANIL_URL: '', MANIL_PROXIES: '' })).toEqual({
      publicUrl: null,
      openId: null,
      proxies: 0,
    })
  })

  test.each([
    ['MANIL_URL', { MANIL_URL: 'manil.example.com' }],
    ['MANIL_URL', { MANIL_URL: 'ftp://manil.example.com' }],
    ['MANIL_URL', { MANIL_URL: 'https://manil.example.com/under/a/path' }],
    ['MANIL_PROXIES', { MANIL_PROXIES: 'two' }],
    ['MANIL_OPENID_ISSUER', { MANIL_OPENID_ISSUER: 'id.example.com' }],
    ['MANIL_OPENID_CLIENT_ID', { MANIL_OPENID_ISSUER: 'https://id.example.com' }],
  ])('%s that cannot be understood is named', (wrong, env) => {
    expect(settingsFrom(env)).toEqual({ wrong })
  })

  test('gives an organisation’s sign-in the name of its host where it has none', () => {
    const env = {
      MANIL_OPENID_ISSUER: 'https://id.example.com/realm',
      MANIL_OPENID_CLIENT_ID: 'manil',
      MANIL_OPENID_DOMAINS: ' Example.com, ,example.kr',
    }
    expect(settingsFrom(env)).toMatchObject({
      openId: { name: 'id.example.com', clientSecret: null, domains: ['example.com', 'example.kr'] },
    })
  })
})

describe('a name', () => {
  const publicUrl = new URL('https://manil.example.com')

  test.each([
    ['localhost:4310', { origin: 'http://localhost:4310', secure: false, loopback: true }],
    ['LOCALHOST', { origin: 'http://localhost', secure: false, loopback: true }],
    ['127.0.0.1:80', { origin: 'http://127.0.0.1', secure: false, loopback: true }],
    ['[::1]:4310', { origin: 'http://[::1]:4310', secure: false, loopback: true }],
    ['manil.example.com', { origin: 'https://manil.example.com', secure: true, loopback: false }],
  ])('%s is the workspace’s own', (host, site) => {
    expect(siteOf(host, publicUrl)).toEqual(site)
  })

  test.each([
    [undefined],
    [''],
    ['evil.example'],
    ['manil.example.com:8443'],
    ['manil.example.com.evil.example'],
    ['localhost:4310@evil.example'],
    ['localhost:99999999'],
    ['0.0.0.0'],
    ['127.0.0.2'],
  ])('%s is not', host => {
    expect(siteOf(host, publicUrl)).toBeNull()
  })

  test('of a peer is this machine’s own by its address alone', () => {
    for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
      expect(isLoopbackAddress(address)).toBe(true)
    for (const address of ['10.0.0.1', '::ffff:10.0.0.1', '127.0.0.1.evil', '', undefined])
      expect(isLoopbackAddress(address)).toBe(false)
  })
})

test('JSON is bounded before it is parsed, and brackets in words are words', () => {
  expect(jsonProblem('{"a":[[["]]]]]]]\\"[[[["]]]}', 4)).toBeNull()
  expect(jsonProblem('[[[[[]]]]]', 4)).toBe('too-deep')
  expect(jsonProblem('{', 4)).toBe('bad-json')
  expect(jsonProblem('{"a":{"__proto__":1}}', 4)).toBe('reserved-key')
  expect(jsonProblem('{"a":"__proto__","constructor":1}', 4)).toBeNull()
})
