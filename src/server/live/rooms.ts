import type { Notice } from '../../collaboration/messages.js'
import { openLiveBatches } from '../../store/liveBatches.js'
import type { StoreNotice } from '../../store/notices.js'
import type { Store } from '../../store/store.js'
import { tidy } from '../../store/tidy.js'
import { CaseRoom, type RoomSurroundings } from './caseRoom.js'
import { openJobs } from './jobs.js'
import { liveTimes } from './liveLimits.js'
import { type LiveNotice, openNotifications } from './notifications.js'
import { openRendering } from './rendering.js'
import { RevisionKeeper } from './revisionKeeper.js'

/** There is no such case. */
export class NoSuchCase extends Error {
  constructor(readonly caseId: string) {
    super(`There is no case ${caseId}.`)
    this.name = 'NoSuchCase'
  }
}

/** The cases that are written in this process, each in one room. */
export interface Rooms {
  /** The room of a case, opened where it is not open. Throws NoSuchCase. */
  open(caseId: string): Promise<CaseRoom>
  /** Tells every page of a case, in every process, that something beside the texts changed. The store tells of its own changes by itself. */
  notice(caseId: string, about: Notice['about']): void
  /** Somebody's role in a case is another, in the store: their open connections follow. */
  changeRole(caseId: string, userId: string): void
  /** A session or a token has ended, in the store. */
  closeSession(session: string): void
  /** An account is closed, in the store. */
  closeUser(userId: string): void
  /** A case is gone from the store, or its history began anew. */
  replaced(caseId: string): void
  /** Closes all rooms when what was written in them is in a revision. */
  close(): Promise<void>
}

export interface RoomsOptions {
  readonly store: Store
  /** Faults go here, with the id of a case and nothing that somebody wrote. */
  readonly log?: { error(values: object, message: string): void }
  readonly nowMs: () => number
}

const abouts: readonly Notice['about'][] = [
  'attachments',
  'comments',
  'drafts',
  'live',
  'members',
  'revisions',
  'rounds',
  'sign-offs',
  'case',
]

/** How often rooms are looked after: idle ones closed, rights asked for again. */
const tendMs = 15_000

/** Opens the rooms of a process. */
export async function openRooms({ store, log, nowMs }: RoomsOptions): Promise<Rooms> {
  const open = new Map<string, Promise<CaseRoom | null>>()
  const rooms = new Map<string, CaseRoom>()
  const batches = openLiveBatches(store.context)
  const fault = (error: unknown, caseId: string | null) => {
    const reason = error instanceof Error ? error.message : String(error)
    log?.error({ case: caseId, reason }, 'live-fault')
  }
  const keeper = new RevisionKeeper({ ...store, batches }, nowMs, fault)
  const rendering = openRendering({ blob: hash => store.blobs.read(hash) })

  const checkRights = async (whose: {
    readonly session?: string
    readonly user?: string
    readonly case?: string
  }) => {
    for (const room of rooms.values()) {
      if (whose.case !== undefined && room.id !== whose.case) continue
      for (const connection of room.connections) {
        if (whose.session !== undefined && connection.session !== whose.session) continue
        if (whose.user !== undefined && connection.user.id !== whose.user) continue
        await connection.checkRights().catch(error => {
          fault(error, room.id)
          // Who cannot be shown to have rights has none.
          connection.close(1013)
        })
      }
    }
  }
  const hear = (notice: LiveNotice) => {
    switch (notice.kind) {
      case 'rights':
        return void checkRights(notice)
      case 'presence':
        return rooms.get(notice.case)?.presence.hear(Buffer.from(notice.update, 'base64'))
      case 'who-is-there':
        return rooms.get(notice.case)?.presence.announce()
    }
  }
  const notifications = await openNotifications(store, hear, error => fault(error, null))

  const heard = ({ case: caseId, about, seq }: StoreNotice) => {
    const room = caseId === null ? undefined : rooms.get(caseId)
    if (room === undefined || about === 'workspace') return
    if (about === 'texts') return room.heard(seq ?? null)
    if (about === 'attachments' || about === 'case') room.heard(null)
    if (about === 'members') void checkRights({ case: room.id })
    room.tell({ about })
  }
  const stopListening = await store.listen({
    notice: heard,
    checkEverything: () => {
      void checkRights({})
      for (const room of rooms.values()) {
        room.heard(null)
        for (const about of abouts) room.tell({ about })
      }
    },
  })

  const surroundings: RoomSurroundings = {
    batches,
    rendering,
    nowMs,
    fault,
    written: (room, here) => keeper.written(room, here),
    keepRevision: (room, revision) => keeper.keepNow(room, revision),
    tellPresence: (caseId, update) =>
      notifications.tell({
        kind: 'presence',
        case: caseId,
        update: Buffer.from(update).toString('base64'),
      }),
    ended: room => {
      if (rooms.get(room.id) !== room) return
      rooms.delete(room.id)
      open.delete(room.id)
    },
  }

  const load = async (caseId: string): Promise<CaseRoom | null> => {
    try {
      const kept = await batches.open(caseId)
      if (kept === null) {
        open.delete(caseId)
        return null
      }
      const room = new CaseRoom(caseId, kept, surroundings)
      rooms.set(caseId, room)
      // What was kept while it was read was told to nobody.
      room.heard(null)
      notifications.tell({ kind: 'who-is-there', case: caseId })
      return room
    } catch (error) {
      open.delete(caseId)
      throw error
    }
  }

  let tended = nowMs()
  const tend = () => {
    for (const room of rooms.values()) {
      room.presence.sweep()
      for (const connection of room.connections) connection.checkEnd(nowMs())
      if (room.idle) surroundings.ended(room)
    }
    if (nowMs() - tended < liveTimes.readmitMs) return
    tended = nowMs()
    void checkRights({})
  }
  const tending = setInterval(tend, tendMs).unref()
  const jobs = openJobs(
    store,
    [
      { name: 'keep-revisions', cron: '* * * * *', run: () => keeper.keepLeft() },
      { name: 'compact-updates', cron: '17 * * * *', run: () => keeper.compactCrowded() },
      { name: 'tidy', cron: '41 18 * * *', run: () => tidy(store) },
    ],
    error => fault(error, null),
  )

  const tellRights = (whose: {
    readonly session?: string
    readonly user?: string
    readonly case?: string
  }) => {
    void checkRights(whose)
    const { session, user } = whose
    notifications.tell({
      kind: 'rights',
      ...(session === undefined ? {} : { session }),
      ...(user === undefined ? {} : { user }),
    })
  }

  return {
    async open(caseId) {
      let opening = open.get(caseId)
      if (opening === undefined) {
        opening = load(caseId)
        open.set(caseId, opening)
      }
      const room = await opening
      if (room === null) throw new NoSuchCase(caseId)
      room.touch()
      return room
    },
    notice(caseId, about) {
      rooms.get(caseId)?.tell({ about })
    },
    changeRole: (caseId, userId) => tellRights({ case: caseId, user: userId }),
    closeSession: session => tellRights({ session }),
    closeUser: userId => tellRights({ user: userId }),
    replaced: caseId => rooms.get(caseId)?.heard(null),
    async close() {
      clearInterval(tending)
      for (const room of rooms.values()) for (const connection of room.connections) connection.close(1012)
      await jobs.close()
      await keeper.close()
      for (const room of [...rooms.values()]) room.close('fault')
      await stopListening()
      await notifications.close()
      await rendering.close()
    },
  }
}
