import { createCase, deleteCase, importCase, listCases, readCase } from '../../../api/cases.js'
import type { CaseFile } from '../../../files/caseFile.js'
import { loadCase } from '../../../files/loadCase.js'
import type { Language } from '../../../model/case.js'
import { workspaceServerWords } from '../../../words/workspaceServer/workspaceServerWords.js'
import { keptTitle } from '../caseTitle.js'
import { filesInZip } from '../caseZip.js'
import { type Answer, callerOf, caseOf } from '../environment.js'
import { capped } from '../identity/caseRole.js'
import { newCaseFiles } from '../newCaseFiles.js'
import { Refused } from '../refused.js'
import type { Workspace } from '../workspace.js'
import { caseSummary } from './caseSummary.js'

/** Cases as wholes: the list of them, and how they come and go. */
export function caseRoutes(answer: Answer, workspace: Workspace): void {
  const { store, rooms, settings } = workspace
  const begin = async (
    id: string,
    files: readonly CaseFile[],
    {
      title,
      userId,
      kind,
      language,
    }: {
      readonly title: string
      readonly userId: string
      readonly kind: string
      readonly language: Language
    },
  ) => {
    const { revisions } = workspaceServerWords(settings.language)
    const message = kind === 'imported' ? revisions.imported : revisions.begun
    const made = await store.cases.create({ id, title, files, userId, message, kind })
    await store.audit.append({ actor: userId, action: `case.${kind}`, caseId: id, details: {} })
    return caseSummary(made, 'owner', language)
  }

  answer(listCases, async context => {
    const identity = callerOf(context)
    const parts = new Map(
      (await store.members.ofUser(identity.user.id)).map(({ caseId, role }) => [caseId, role]),
    )
    const seen = (await store.cases.list()).flatMap(one => {
      const role = parts.get(one.id)
      const named = identity.kind !== 'token' || identity.cases === null || identity.cases.includes(one.id)
      return role === undefined || !named
        ? []
        : [caseSummary(one, capped(role, identity), context.var.language)]
    })
    return context.json({ cases: seen }, 200)
  })

  answer(createCase, async context => {
    const { id, ...beginning } = context.req.valid('json')
    const files = newCaseFiles(beginning)
    // What is begun can be read: a zone that nobody knows, or a start that is no time, is told now and here.
    const wrong = loadCase(id, files).problems.find(({ severity }) => severity === 'error')
    if (wrong !== undefined) throw new Refused(400, 'bad-request', {}, String(wrong.path.at(-1) ?? 'start'))
    const { title } = beginning
    const { language } = context.var
    const made = await begin(id, files, {
      title,
      userId: callerOf(context).user.id,
      kind: 'created',
      language,
    })
    return context.json(made, 201)
  })

  answer(importCase, async context => {
    const { id } = context.req.valid('query')
    const files = filesInZip(new Uint8Array(await context.req.arrayBuffer()))
    const { language } = context.var
    const title = keptTitle(loadCase(id, files).merged.value) ?? id
    const made = await begin(id, files, {
      title,
      userId: callerOf(context).user.id,
      kind: 'imported',
      language,
    })
    return context.json(made, 201)
  })

  answer(readCase, async context => {
    const { id, role } = caseOf(context)
    const [one, member] = await Promise.all([
      store.cases.get(id),
      store.members.get(id, callerOf(context).user.id),
    ])
    if (one === null) throw new Refused(404, 'no-such-case')
    const signsAs = [...(member?.signOffRoles ?? [])]
    return context.json({ ...caseSummary(one, role, context.var.language), signsAs }, 200)
  })

  answer(deleteCase, async context => {
    const { id } = caseOf(context)
    if (context.req.valid('query').confirm !== id) throw new Refused(400, 'confirm-differs', {}, 'confirm')
    await store.cases.remove(id)
    rooms.replaced(id)
    await store.audit.append({
      actor: callerOf(context).user.id,
      action: 'case.deleted',
      caseId: id,
      details: {},
    })
    return context.body(null, 204)
  })
}
