/** Bounds of live editing, by name. */
export const liveLimits = {
  /** Bytes that one connection may have waiting to be kept; then nothing more is read from it for a while. */
  waitingBytes: 16_000_000,
  /** Updates that one connection may have waiting to be kept. */
  waitingUpdates: 256,
  /** Bytes that wait to be sent to one connection, beside its first state; who is slower is let go, and may come back. */
  unsentBytes: 16_000_000,
  /** Connections to one case in one process, and all of them. */
  connectionsOfCase: 500,
  connections: 5_000,
  /** Connections of one user to one case. */
  connectionsOfUser: 50,
  /** Bytes of what one client says about where it is. */
  presenceBytes: 4_000,
  /** Clients that one connection may speak for. A page has one. */
  clientsOfConnection: 4,
  /** Units that one update may add: letters of a text, or the remains of deleted ones. */
  updateUnits: 50_000_000,
} as const

/** Times of live editing, milliseconds. */
export const liveTimes = {
  /** Between the ends of two transactions what arrives is gathered for the next. */
  gatherLeastMs: 8,
  gatherMostMs: 60,
  /** Where somebody's cursor is goes to the others together with where everyone else's is. */
  presenceMs: 80,
  pingMs: 20_000,
  /** How long a connection may take to say what it has. */
  greetingMs: 20_000,
  /** Rights of open connections are asked for again. */
  readmitMs: 60_000,
  /** A room without connections stays loaded for so long. */
  idleMs: 60_000,
  /** Nobody has written for so long: a revision is kept. */
  quietMs: 4_000,
  /** While people keep writing, a revision is kept so often. */
  busyMs: 60_000,
} as const
