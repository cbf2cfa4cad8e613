/** The language of a terminal follows its variables, the strongest first. */
import { expect, it } from 'vitest'
import { terminalLanguage } from '../../src/cli/terminalLanguage.js'

it.each([
  [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LC_ALL: 'ko_KR.UTF-8', LANG: 'en_US.UTF-8' }, 'ko'],
  [{ LC_MESSAGES: 'en_US.UTF-8', LANG: 'ko_KR.UTF-8' }, 'en'],
  [{ LC_ALL: '', LANG: 'ko_KR' }, 'ko'],
  [{ LANG: 'fr_FR.UTF-8' }, 'en'],
  [{}, 'en'],
] as const)('%o is %s', (environment, language) => {
  expect(terminalLanguage(environment)).toBe(language)
})
