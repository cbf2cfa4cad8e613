/** A page is in the language asked for by name; else the browser's; else the server's; always one that there is. */
import { expect, it } from 'vitest'
import { wantedLanguage } from '../../src/server/wantedLanguage.js'

it('prefers what was asked for by name', () => {
  expect(wantedLanguage('en', 'ko-KR,ko;q=0.9', 'ko')).toBe('en')
})

it("follows the browser's order of weights", () => {
  expect(wantedLanguage(undefined, 'fr,en;q=0.5,ko-KR;q=0.9', 'en')).toBe('ko')
})

it("falls back to the server's", () => {
  expect(wantedLanguage('de', 'fr-FR', 'ko')).toBe('ko')
})

it('is one that there is', () => {
  expect(wantedLanguage('en', 'en', 'en', ['ko'])).toBe('ko')
})
