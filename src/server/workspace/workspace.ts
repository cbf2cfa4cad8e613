import type { Store } from '../../store/store.js'
import type { Rooms } from '../live/rooms.js'
import type { Logger } from './log.js'
import type { WorkspaceSettings } from './settings.js'

/** What every route works with. */
export interface Workspace {
  readonly store: Store
  readonly rooms: Rooms
  readonly settings: WorkspaceSettings
  readonly log: Logger
  /** UTC milliseconds. */
  readonly nowMs: () => number
}
