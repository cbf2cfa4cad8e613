/**
 * The tables as they are in the database. Names are snake_case there and here. Every time is UTC milliseconds, every
 * hash sha256 in hexadecimal, and what is JSON is text: PostgreSQL's own JSON types would reorder keys and refuse
 * characters, and nothing is searched in there.
 */
export interface Tables {
  settings: SettingsTable
  case_settings: CaseSettingsTable
  chain_heads: ChainHeadsTable
  users: UsersTable
  password_credentials: PasswordCredentialsTable
  oidc_identities: OidcIdentitiesTable
  sessions: SessionsTable
  api_tokens: ApiTokensTable
  cases: CasesTable
  blobs: BlobsTable
  case_files: CaseFilesTable
  updates: UpdatesTable
  snapshots: SnapshotsTable
  revisions: RevisionsTable
  revision_changes: RevisionChangesTable
  members: MembersTable
  invitations: InvitationsTable
  audit: AuditTable
  import_batches: ImportBatchesTable
  originals: OriginalsTable
  drafts: DraftsTable
  comments: CommentsTable
  rounds: RoundsTable
  agenda_items: AgendaItemsTable
  answers: AnswersTable
  sign_offs: SignOffsTable
  live_states: LiveStatesTable
  webhooks: WebhooksTable
  rate_limits: RateLimitsTable
}

/** Of the whole workspace; `value` is JSON. */
export interface SettingsTable {
  name: string
  value: string
}

/** Of one case; `value` is JSON. */
export interface CaseSettingsTable {
  case_id: string
  name: string
  value: string
}

/** The last link of a chain that is no case's own: the audit log's. A tail that was cut off shows here. */
export interface ChainHeadsTable {
  name: string
  number: number
  hash: string
}

export interface UsersTable {
  id: string
  name: string
  /** Lower case, of one user alone. */
  email: string | null
  role: 'admin' | 'member'
  language: 'ko' | 'en' | null
  created_at: number
  disabled_at: number | null
}

/** `secret` is an opaque line that the server makes and checks. */
export interface PasswordCredentialsTable {
  user_id: string
  secret: string
  changed_at: number
}

export interface OidcIdentitiesTable {
  issuer: string
  subject: string
  user_id: string
  created_at: number
}

export interface SessionsTable {
  token_hash: string
  user_id: string
  csrf_secret: string
  created_at: number
  expires_at: number
}

export interface ApiTokensTable {
  id: string
  token_hash: string
  user_id: string
  name: string
  role_cap: string | null
  /** JSON list of case ids; null where the token may go wherever its user may. */
  cases: string | null
  created_at: number
  expires_at: number | null
  /** Days since 1970: an exact time would tell who did what when. */
  last_used_day: number | null
  revoked_at: number | null
}

export interface CasesTable {
  id: string
  title: string
  epoch: string
  /** The number of the last update; they are without gaps. */
  update_seq: number
  /** The number and the hash of the last revision; 0 and '' before the first. */
  head_revision: number
  head_hash: string
  created_at: number
  changed_at: number
}

/** Bytes by their hash, of attachments and of every revision's files. */
export interface BlobsTable {
  hash: string
  size: number
  bytes: Uint8Array
}

/** The files of a case as it is now that are no texts: attachments, and files that are no UTF-8. */
export interface CaseFilesTable {
  case_id: string
  path: string
  blob_hash: string
  user_id: string | null
  at: number
}

export interface UpdatesTable {
  case_id: string
  seq: number
  bytes: Uint8Array
  user_id: string | null
  at: number
}

/** All updates of a case up to `seq` as one; those are no longer in `updates`. */
export interface SnapshotsTable {
  case_id: string
  seq: number
  state: Uint8Array
  at: number
}

export interface RevisionsTable {
  case_id: string
  number: number
  at: number
  /** JSON list of user ids. */
  authors: string
  message: string
  kind: string
  /** The update that the texts of this revision are the state after. */
  update_seq: number
  previous_hash: string
  hash: string
}

/** What a revision changed. `blob_hash` is null where the file is gone. */
export interface RevisionChangesTable {
  case_id: string
  number: number
  path: string
  blob_hash: string | null
}

export interface MembersTable {
  case_id: string
  user_id: string
  role: string
  /** JSON list of roles in which this member may sign off. */
  sign_off_roles: string
  added_at: number
}

export interface InvitationsTable {
  id: string
  token_hash: string
  /** Null where the invitation is to the workspace alone. */
  case_id: string | null
  /** A role in the case, or in the workspace where there is no case. */
  role: string
  /** JSON list. */
  sign_off_roles: string
  note: string
  invited_by: string | null
  created_at: number
  expires_at: number
  used_at: number | null
  used_by: string | null
}

/** `actor` and `case_id` lead nowhere by force: the log outlives what it speaks of. `details` is JSON. */
export interface AuditTable {
  number: number
  at: number
  actor: string | null
  action: string
  case_id: string | null
  details: string
  previous_hash: string
  hash: string
}

export interface ImportBatchesTable {
  case_id: string
  id: string
  format: string
  name: string
  user_id: string | null
  at: number
  /** JSON of ImportNote[]. */
  notes: string
  /** JSON: whom the originals called what. Internal evidence. */
  people: string
}

/** What was imported, word for word: internal evidence, in no export. */
export interface OriginalsTable {
  case_id: string
  hash: string
  name: string
  media_type: string
  size: number
  bytes: Uint8Array
  batch_id: string | null
  at: number
}

export interface DraftsTable {
  case_id: string
  id: string
  batch_id: string
  /** The place in its batch. */
  position: number
  key: string
  /** JSON of Draft. */
  draft: string
  state: 'open' | 'accepted' | 'discarded' | 'merged'
  /** The fact that it became. */
  fact_id: string | null
  /** The draft that it was merged into. */
  merged_into: string | null
  /** The draft that it was split from. */
  split_from: string | null
  decided_by: string | null
  decided_at: number | null
}

export interface CommentsTable {
  case_id: string
  id: string
  /** The comment that this one answers; null where it begins a thread. */
  parent_id: string | null
  /** JSON; null for an answer, which stands where its thread does. */
  anchor: string | null
  user_id: string
  text: string
  at: number
  edited_at: number | null
  resolved_at: number | null
  resolved_by: string | null
}

export interface RoundsTable {
  case_id: string
  id: string
  title: string
  opened_by: string | null
  opened_at: number
  closed_by: string | null
  closed_at: number | null
}

export interface AgendaItemsTable {
  case_id: string
  round_id: string
  id: string
  position: number
  /** JSON: what is asked, and of what. */
  item: string
}

/** Of an anonymous answer `user_id`, `role` and `at` are null. */
export interface AnswersTable {
  id: string
  case_id: string
  round_id: string
  item_id: string
  kind: 'named' | 'role' | 'anonymous'
  user_id: string | null
  role: string | null
  text: string
  at: number | null
}

export interface SignOffsTable {
  case_id: string
  id: string
  revision: number
  role: string
  user_id: string
  note: string
  at: number
  withdrawn_at: number | null
}

export interface LiveStatesTable {
  case_id: string
  /** When the next update is due. */
  expected_update_at: number | null
  /** JSON: role → name. */
  duties: string
  changed_at: number
}

/** An address that a machine may post to: only the hash of its secret is known. */
export interface WebhooksTable {
  id: string
  case_id: string
  name: string
  format: string
  secret_hash: string
  created_by: string | null
  created_at: number
  last_used_day: number | null
}

/** What happened how often in the window that began at `started_at`. `key` is a hash. */
export interface RateLimitsTable {
  key: string
  started_at: number
  ends_at: number
  count: number
}
