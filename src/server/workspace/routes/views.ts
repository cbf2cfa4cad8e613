import { exportCase, readAssessment, readDocument } from '../../../api/cases.js'
import { readReport } from '../../../api/pages.js'
import { liveSocket } from '../../../api/review.js'
import type { CaseFile } from '../../../files/caseFile.js'
import { diagnosticMessage } from '../../../words/diagnostics/diagnosticWords.js'
import { caseZip } from '../caseZip.js'
import { type Answer, caseOf } from '../environment.js'
import { messageResponse } from '../messages.js'
import { Refused } from '../refused.js'
import { reportPolicy } from '../security/contentSecurityPolicy.js'
import type { Workspace } from '../workspace.js'

/** What is made of a case: its document, its run, its report, an archive. */
export function viewRoutes(answer: Answer, { store, rooms }: Workspace): void {
  answer(readDocument, async context => {
    const room = await rooms.open(caseOf(context).id)
    const language = context.req.valid('query').lang ?? context.var.language
    const { document, found } = await room.examined()
    const diagnostics = found.map(({ code, severity, file, line, column, lineText, values }) => {
      const { what, todo } = diagnosticMessage(code, values, language)
      return { code, severity, file, line, column, lineText, message: `${what} ${todo}`.trim() }
    })
    return context.json({ document, diagnostics }, 200)
  })

  answer(readAssessment, async context => {
    const room = await rooms.open(caseOf(context).id)
    const ifs = (context.req.valid('query').ifs ?? '').split(',').filter(id => id !== '')
    const assessed = await room.assessed(ifs)
    if (assessed === null) {
      throw new Refused(409, (await room.examined()).broken ? 'case-has-errors' : 'no-model')
    }
    return context.json(assessed as Record<string, unknown>, 200)
  })

  answer(exportCase, async context => {
    const { id } = caseOf(context)
    const { revision } = context.req.valid('query')
    const files = revision === undefined ? await filesNow(id) : await filesOf(id, revision)
    return new Response(caseZip(id, files), {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="${id}.zip"`,
      },
    })
  })

  answer(readReport, async context => {
    const room = await rooms.open(caseOf(context).id)
    const { page } = context.req.valid('param')
    const language = context.req.valid('query').lang ?? (page === 'ko.html' ? 'ko' : 'en')
    const contents = await room.page(language)
    if (contents === null) return messageResponse(context, 'report-broken')
    return new Response(contents, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': reportPolicy,
      },
    })
  })

  // The server's upgrade answers WebSockets, before any route; whatever comes here is none.
  answer(liveSocket, () => {
    throw new Refused(400, 'upgrade-needed')
  })

  const filesNow = async (id: string): Promise<(() => Promise<CaseFile>)[]> => {
    const files = await (await rooms.open(id)).files()
    return files.infos().map(({ path, sha256 }) => async () => {
      const text = files.text(path)
      return { path, text: text ?? (await blob(sha256, path)) }
    })
  }
  const filesOf = async (id: string, revision: number): Promise<(() => Promise<CaseFile>)[]> => {
    const tree = [...(await store.revisions.tree(id, revision))].sort(([a], [b]) => (a < b ? -1 : 1))
    return tree.map(([path, hash]) => async () => ({ path, text: await blob(hash, path) }))
  }
  const blob = async (hash: string, path: string): Promise<Uint8Array> => {
    const bytes = await store.blobs.read(hash)
    if (bytes === null) throw new Refused(404, 'no-such-file', { path })
    return bytes
  }
}
