import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Awareness } from 'y-protocols/awareness'
import type { CaseRole } from '../../../api/access.js'
import { isAtLeast } from '../../../api/access.js'
import type { CaseFileInfo } from '../../../api/cases.js'
import type { Comment } from '../../../api/review.js'
import type { Notice } from '../../../collaboration/messages.js'
import { changeText, type SharedCase } from '../../../collaboration/sharedCase.js'
import type { TextChange } from '../../../collaboration/textChange.js'
import type { CaseEdit, EditRefusal } from '../../../files/caseEdit.js'
import type { CaseFile } from '../../../files/caseFile.js'
import { CaseReader } from '../../../files/caseReader.js'
import { editCase } from '../../../files/editCase.js'
import type { CaseDocument, Language } from '../../../model/case.js'
import type { AnswerOf } from '../api/routes.js'
import { openConnection, type Spoiled, type Standing } from '../connection/connection.js'
import { openPresence, type Presence } from '../connection/presence.js'
import { openUndo, own, type UndoHistory } from '../connection/undo.js'
import type { CaseResult } from '../result/caseResult.js'
import { openResult } from '../result/resultWorker.js'
import { api, language, user } from '../session/session.js'
import { followTexts } from './caseTexts.js'
import { type WrittenCase, writtenCase } from './writtenCase.js'

/** What the server says of the case. */
export type CaseInfo = AnswerOf<'get', '/api/cases/{case}'>

/** An edit was made, or why it was not. */
export type Edited =
  | { readonly done: true }
  | { readonly refused: EditRefusal | { readonly code: 'may-not-write' } }

/** A case that is open in the page: its texts, what they say, who else is here, and how to change it. */
export interface OpenCase {
  readonly id: string
  readonly info: ReadonlySignal<CaseInfo>
  readonly role: ReadonlySignal<CaseRole>
  /** Whether one may write texts, and the server takes them. Also true while the connection is broken. */
  readonly mayWrite: ReadonlySignal<boolean>
  readonly mayComment: ReadonlySignal<boolean>
  readonly isOwner: ReadonlySignal<boolean>

  /** All files by path; attachments without their bytes. */
  readonly files: ReadonlySignal<readonly CaseFile[]>
  /** What the server keeps besides texts: attachments, with size and hash. */
  readonly attachments: ReadonlySignal<readonly CaseFileInfo[]>
  /** What the YAML files say at this moment, whether it is right or not: read it for forms and tables. */
  readonly written: ReadonlySignal<WrittenCase>
  /** The document as it was when it was last whole and checked: run and draw this one. Null until there is one. */
  readonly sound: ReadonlySignal<CaseDocument | null>
  readonly reader: CaseReader

  /** Changes entries of the case, as one step of undo: all of the edits, or none. */
  readonly edit: (edit: CaseEdit | readonly CaseEdit[]) => Edited
  /** Changes a stretch of one text. */
  readonly changeText: (path: string, change: TextChange) => Edited
  readonly undo: UndoHistory

  readonly result: ReadonlySignal<CaseResult | null>
  readonly resultBusy: ReadonlySignal<boolean>

  /** All comments, as the server has them; loaded anew when somebody writes one. */
  readonly comments: ReadonlySignal<readonly Comment[]>
  readonly reloadComments: () => Promise<void>

  readonly presence: Presence
  readonly standing: ReadonlySignal<Standing>
  readonly unsaved: ReadonlySignal<number>
  readonly onNotice: (listener: (about: Notice['about']) => void) => () => void
  /** For text editors: the Yjs document, and who is where. */
  readonly shared: SharedCase
  readonly awareness: Awareness

  readonly language: ReadonlySignal<Language>
  readonly reload: () => Promise<void>
  readonly close: () => void
}

/** Opens a case that the server has told of. `spoiled` is called when it must be opened anew. */
export function openCase(told: CaseInfo, spoiled: (why: Spoiled) => void): OpenCase {
  const { id } = told
  const info = signal(told)
  const attachments = signal<readonly CaseFileInfo[]>([])
  const bytes = computed(() => attachments.value.map(({ path }) => path))
  const address = new URL(`/api/cases/${encodeURIComponent(id)}/live`, location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const connection = openConnection(address.href, { spoiled, epoch: told.epoch })
  const { shared } = connection
  const texts = followTexts(shared, bytes)
  const reader = new CaseReader()
  const written = computed(() => writtenCase(texts.files.value, reader))
  const undo = openUndo(shared)
  const keeper = openResult(id)
  const role = computed(() => info.value.role)
  const mayWrite = computed(
    () =>
      isAtLeast(role.value, 'editor') &&
      (connection.mayWrite.value || connection.standing.value === 'offline'),
  )
  const me = user.peek()
  const presence = openPresence(connection.awareness, { id: me?.id ?? '', name: me?.name ?? '' })

  const loadAttachments = async () => {
    const asked = await api.ask('get', '/api/cases/{case}/files', { params: { case: id } })
    if ('given' in asked) attachments.value = asked.given.files.filter(({ kind }) => kind === 'bytes')
  }
  const reload = async () => {
    const asked = await api.ask('get', '/api/cases/{case}', { params: { case: id } })
    if ('given' in asked) info.value = asked.given
  }
  const comments = signal<readonly Comment[]>([])
  const reloadComments = async () => {
    const asked = await api.ask('get', '/api/cases/{case}/comments', { params: { case: id } })
    if ('given' in asked) comments.value = asked.given.comments
  }
  const stopNotices = connection.onNotice(about => {
    if (about === 'attachments') void loadAttachments()
    if (about === 'comments') void reloadComments()
    if (about === 'case' || about === 'members' || about === 'revisions') void reload()
  })
  void loadAttachments()
  void reloadComments()

  const stopTelling = effect(() => {
    if (connection.standing.value !== 'connecting') keeper.tell(texts.now.value, language.value)
  })
  const sound = signal<CaseDocument | null>(null)
  const stopSound = effect(() => {
    const result = keeper.result.value
    if (result === null || result.broken || result.version !== texts.now.peek().version) return
    // What the worker found whole is what is written here at the same version, value for value.
    sound.value = written.peek().value as unknown as CaseDocument
  })

  const edit = (asked: CaseEdit | readonly CaseEdit[]): Edited => {
    if (!mayWrite.peek()) return { refused: { code: 'may-not-write' } }
    const one: CaseEdit = 'kind' in asked ? asked : { kind: 'many', edits: asked }
    const made = editCase(texts.take(), one, reader)
    if ('refused' in made) return made
    undo.step()
    shared.transact(() => {
      for (const { path, changes } of made.changes) {
        for (const change of changes) changeText(shared, path, change, own)
      }
    }, own)
    undo.step()
    texts.take()
    return { done: true }
  }

  return {
    id,
    info,
    role,
    mayWrite,
    mayComment: computed(() => isAtLeast(role.value, 'reviewer')),
    isOwner: computed(() => role.value === 'owner'),
    files: texts.files,
    attachments,
    written,
    sound,
    reader,
    edit,
    changeText: (path, change) => {
      if (!mayWrite.peek()) return { refused: { code: 'may-not-write' } }
      const made = changeText(shared, path, change, own)
      return made ? { done: true } : { refused: { code: 'no-such-file', file: path } }
    },
    undo,
    result: keeper.result,
    resultBusy: keeper.busy,
    comments,
    reloadComments,
    presence,
    standing: connection.standing,
    unsaved: connection.unsaved,
    onNotice: connection.onNotice,
    shared,
    awareness: connection.awareness,
    language,
    reload,
    close: () => {
      stopNotices()
      stopTelling()
      stopSound()
      keeper.close()
      undo.manager.destroy()
      texts.close()
      connection.close()
    },
  }
}
