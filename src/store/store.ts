import { type Attachments, openAttachments } from './attachments.js'
import { type Audit, openAudit } from './audit.js'
import { type Blobs, openBlobs } from './blobs.js'
import { type Cases, openCases } from './cases.js'
import { type Comments, openComments } from './comments.js'
import { inTransaction, type StoreContext } from './context.js'
import { type Database, type DatabasePlace, openDatabase } from './database.js'
import { type Drafts, openDrafts } from './drafts.js'
import { type Invitations, openInvitations } from './invitations.js'
import { type LiveStates, openLiveStates } from './liveState.js'
import { type Members, openMembers } from './members.js'
import { migrate } from './migrate.js'
import { listen, type NoticeListener } from './notices.js'
import { type Originals, openOriginals } from './originals.js'
import { openRateLimits, type RateLimits } from './rateLimits.js'
import { openRevisions, type Revisions } from './revisions.js'
import { openRounds, type Rounds } from './rounds.js'
import { type RunSql, runSql } from './runSql.js'
import { openSessions, type Sessions } from './sessions.js'
import { openSettings, type Settings } from './settings.js'
import { openSignOffs, type SignOffs } from './signOffs.js'
import { openTexts, type Texts } from './texts.js'
import { openTokens, type Tokens } from './tokens.js'
import { openUsers, type Users } from './users.js'
import { openWebhooks, type Webhooks } from './webhooks.js'

/** Everything that is kept, by what it is about. */
export interface Parts {
  readonly attachments: Attachments
  readonly audit: Audit
  readonly blobs: Blobs
  readonly cases: Cases
  readonly comments: Comments
  readonly drafts: Drafts
  readonly invitations: Invitations
  readonly live: LiveStates
  readonly members: Members
  readonly originals: Originals
  readonly rateLimits: RateLimits
  readonly revisions: Revisions
  readonly rounds: Rounds
  readonly sessions: Sessions
  readonly settings: Settings
  readonly signOffs: SignOffs
  readonly texts: Texts
  readonly tokens: Tokens
  readonly users: Users
  readonly webhooks: Webhooks
}

/** A workspace's database, open. */
export interface Store extends Parts {
  readonly database: Database
  readonly context: StoreContext
  /** Tells this process from others in notices. */
  readonly process: string
  /**
   * Does several things in one transaction: all or none. The work uses the parts that it is given and no others; audit
   * comes last, since everybody else waits for it.
   */
  transaction<T>(work: (parts: Parts) => Promise<T>): Promise<T>
  /** Hears what changes, whoever changes it, until the function that it gives is called. */
  listen(listener: NoticeListener): Promise<() => Promise<void>>
  /** For a queue of jobs that brings its own SQL. */
  readonly runSql: RunSql
  close(): Promise<void>
}

export interface StoreOptions {
  readonly place: DatabasePlace
  readonly nowMs: () => number
  /** Bytes that nobody can guess. */
  readonly randomBytes: (count: number) => Uint8Array
}

/** Opens a workspace's database, and makes or brings up its tables. Throws StoreFault. */
export async function openStore({ place, nowMs, randomBytes }: StoreOptions): Promise<Store> {
  const database = await openDatabase(place)
  try {
    await migrate(database)
    const process = Buffer.from(randomBytes(8)).toString('hex')
    const context: StoreContext = { query: database.query, nowMs, randomBytes, process }
    return {
      ...partsOf(context),
      database,
      context,
      process,
      transaction: work => inTransaction(context, inside => work(partsOf(inside))),
      listen: listener => listen(database, listener),
      runSql: runSql(database.query),
      close: () => database.close(),
    }
  } catch (fault) {
    await database.close()
    throw fault
  }
}

function partsOf(context: StoreContext): Parts {
  return {
    attachments: openAttachments(context),
    audit: openAudit(context),
    blobs: openBlobs(context),
    cases: openCases(context),
    comments: openComments(context),
    drafts: openDrafts(context),
    invitations: openInvitations(context),
    live: openLiveStates(context),
    members: openMembers(context),
    originals: openOriginals(context),
    rateLimits: openRateLimits(context),
    revisions: openRevisions(context),
    rounds: openRounds(context),
    sessions: openSessions(context),
    settings: openSettings(context),
    signOffs: openSignOffs(context),
    texts: openTexts(context),
    tokens: openTokens(context),
    users: openUsers(context),
    webhooks: openWebhooks(context),
  }
}
