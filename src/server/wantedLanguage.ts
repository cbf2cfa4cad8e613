import type { Language } from '../model/case.js'

/**
 * The language for a page: what was asked for by name, else the first of the browser's languages that there is, else
 * the server's, else the first there is.
 */
export function wantedLanguage(
  asked: string | undefined,
  accepted: string | undefined,
  server: Language,
  available: readonly Language[] = ['ko', 'en'],
): Language {
  const preferred = [asked ?? '', ...browserLanguages(accepted ?? ''), server]
  for (const wanted of preferred) {
    const found = available.find(language => language === wanted)
    if (found !== undefined) return found
  }
  return available[0] ?? server
}

/** `ko-KR,ko;q=0.9,en;q=0.8`: primary tags, the best first. */
function browserLanguages(header: string): string[] {
  return header
    .split(',')
    .map(part => {
      const [tag = '', weight = 'q=1'] = part.trim().split(/\s*;\s*/)
      return { tag: tag.split('-')[0]!.toLowerCase(), weight: Number(weight.replace('q=', '')) || 0 }
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}
