import type { Language } from '../model/case.js'

/** The language of a terminal by the usual variables, the strongest first. English unless it is Korean. */
export function terminalLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return locale.toLowerCase().startsWith('ko') ? 'ko' : 'en'
}
