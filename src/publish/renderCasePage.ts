import type { LoadedCase } from '../files/loadedCase.js'
import type { Language } from '../model/case.js'
import { openPublication } from './publication.js'

/** One page of a case, for a server. `live` lets the server's own reload script run in it. */
export async function renderCasePage(
  loaded: LoadedCase,
  language: Language,
  { live }: { readonly live: boolean },
): Promise<string> {
  return openPublication(loaded).page(language, live)
}
