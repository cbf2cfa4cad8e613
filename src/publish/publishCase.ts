import type { LoadedCase } from '../files/loadedCase.js'
import type { Language } from '../model/case.js'
import { checksums } from './checksums.js'
import { openPublication } from './publication.js'
import type { PublishedFile } from './publishedFile.js'

export type { PublishedFile } from './publishedFile.js'

/**
 * The published report as files: a page for each language, `index.html` (the page in the first language), the public data,
 * the attachments, and their checksums. The same case gives the same bytes on every machine.
 */
export async function publishCase(
  loaded: LoadedCase,
  options: { readonly languages?: readonly Language[] } = {},
): Promise<PublishedFile[]> {
  const publication = openPublication(loaded, options.languages)
  const pages: PublishedFile[] = []
  for (const language of publication.languages)
    pages.push({ path: `${language}.html`, contents: await publication.page(language, false) })
  const files = [
    { path: 'index.html', contents: pages[0]?.contents ?? '' },
    ...pages,
    publication.caseFile,
    ...publication.evidence,
  ]
  return [...files, checksums(files)]
}
