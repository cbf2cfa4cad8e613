import type { LoadedCase } from '../files/loadedCase.js'
import type { Language } from '../model/case.js'
import { type Narrative, readNarrative } from '../narrative/readNarrative.js'
import { caseData } from '../view/caseData.js'
import type { ReportData } from '../view/reportData.js'
import { packageVersion } from './assets.js'
import { attachmentsOf } from './attachments.js'
import { sha256 } from './checksums.js'
import type { PublishedFile } from './publishedFile.js'
import { reportPage } from './reportPage.js'
import { languagesOf, withhold } from './withhold.js'

/** A case made ready for publishing: what is public of it, in every language. */
export interface Publication {
  readonly languages: readonly Language[]
  /** `case.json`: the public data. */
  readonly caseFile: PublishedFile
  /** `evidence/`: attachments that are public. */
  readonly evidence: readonly PublishedFile[]
  /** The page in a language. */
  readonly page: (language: Language, live: boolean) => Promise<string>
}

/** The case cannot be published while its files have errors. */
export class Unpublishable extends Error {
  constructor(id: string) {
    super(`case ${id} has errors`)
    this.name = 'Unpublishable'
  }
}

/** Takes out what is withheld, once for all languages. Nothing of the case as it was loaded is used after that but narratives. */
export function openPublication(loaded: LoadedCase, wanted?: readonly Language[]): Publication {
  if (loaded.document === null) throw new Unpublishable(loaded.id)
  const open = withhold(loaded.document)
  const languages = wanted ?? languagesOf(loaded.document, loaded.narratives)
  const { attachments, published } = attachmentsOf(loaded.attachments, open.hiddenFiles)
  const version = packageVersion()
  const caseFile: PublishedFile = {
    path: 'case.json',
    contents: caseData({ caseId: loaded.id, version, ...open, attachments }),
  }
  const checksum = sha256(caseFile.contents)
  const hiddenFacts = new Set(
    [...open.hidden].filter(id => id.startsWith('facts/')).map(id => id.slice('facts/'.length)),
  )
  return {
    languages,
    caseFile,
    evidence: published,
    page: async (language, live) => {
      const data: ReportData = {
        caseId: loaded.id,
        language,
        editions: languages.map(edition => ({ language: edition, href: hrefOf(edition, live) })),
        document: open.document,
        attachments,
        withheld: open.withheld,
        checksum,
        version,
      }
      return reportPage({ data, narrative: narrativeIn(loaded, language), hiddenFacts, live })
    },
  }
}

/** A page beside the others on disk; on a server the same address in another language. */
function hrefOf(language: Language, live: boolean): string {
  return live ? `?lang=${language}` : `${language}.html`
}

/** The narrative in a language; where it is not written in it, the other one. */
function narrativeIn(loaded: LoadedCase, language: Language): Narrative | null {
  const own = loaded.narratives[language]
  if (own !== undefined) return readNarrative(own.text, language)
  const other = language === 'ko' ? 'en' : 'ko'
  const there = loaded.narratives[other]
  return there === undefined ? null : readNarrative(there.text, other)
}
