import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { CaseFile } from '../../files/caseFile.js'
import { loadCase } from '../../files/loadCase.js'
import { readCaseFolder } from '../../publish/readFolder.js'
import { fileOf } from '../../store/revisions.js'
import { StoreRefusal } from '../../store/storeRefusal.js'
import { refusalMessage, workspaceServerWords } from '../../words/workspaceServer/workspaceServerWords.js'
import { caseFolders } from '../caseFolders.js'
import { keptTitle } from './caseTitle.js'
import type { Workspace } from './workspace.js'

/** What became of one folder. */
export interface TakenIn {
  readonly id: string
  /** Why the case was not taken in; null where it was. */
  readonly reason: string | null
}

/**
 * Takes in the cases of folders that the workspace does not have yet, byte for byte. The folders are only read. `userId`
 * becomes their owner; null: whoever comes first to keep the workspace.
 */
export async function takeIn(
  { store, settings }: Workspace,
  folders: readonly string[],
  userId: string | null,
): Promise<TakenIn[]> {
  const taken: TakenIn[] = []
  const named = new Map<string, number>()
  for (const { name, folder } of caseFolders(folders)) {
    const plain = caseIdOf(name)
    const times = (named.get(plain) ?? 0) + 1
    named.set(plain, times)
    // Of two folders whose names come to the same the second is called `name-2`, every time.
    const id = times === 1 ? plain : `${plain}-${times}`
    if ((await store.cases.get(id)) !== null) continue
    const files = filesIn(folder)
    const title = keptTitle(loadCase(id, files).merged.value) ?? id
    const { revisions } = workspaceServerWords(settings.language)
    try {
      await store.cases.create({ id, title, files, userId, message: revisions.imported, kind: 'imported' })
      await store.audit.append({ actor: userId, action: 'case.imported', caseId: id, details: {} })
      taken.push({ id, reason: null })
    } catch (fault) {
      if (!(fault instanceof StoreRefusal)) throw fault
      taken.push({ id, reason: refusalMessage(fault.code, fault.values, settings.language) })
    }
  }
  return taken
}

/** The name of a folder as the id of a case: what an address can hold. */
export function caseIdOf(name: string): string {
  const plain = basename(name)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[-.]+$/g, '')
    .slice(0, 90)
  return plain === '' ? 'case' : plain
}

/** The files that play a part in a case, as bytes lie on the disk: a mark at their beginning stays. */
function filesIn(folder: string): CaseFile[] {
  return readCaseFolder(folder).files.map(({ path }) => fileOf(path, readFileSync(join(folder, path))))
}
