import { type Kysely, sql } from 'kysely'

/**
 * The first tables. Ids, paths and hashes are compared by bytes (`collate "C"`), so that every database sorts alike.
 * What a case owns goes with it; what other people wrote about each other, users and the audit log, stays.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}

const id = 'text collate "C"'
const caseId = `case_id ${id} not null references cases on delete cascade`
const userId = `${id} references users`

const statements = [
  `create table settings (name ${id} primary key, value text not null)`,

  `create table chain_heads (name ${id} primary key, number bigint not null, hash ${id} not null)`,
  `insert into chain_heads values ('audit', 0, '')`,

  `create table users (
    id ${id} primary key,
    name text not null,
    email ${id} unique,
    role ${id} not null,
    language ${id},
    created_at bigint not null,
    disabled_at bigint
  )`,
  `create table password_credentials (
    user_id ${id} primary key references users on delete cascade,
    secret text not null,
    changed_at bigint not null
  )`,
  `create table oidc_identities (
    issuer ${id} not null,
    subject ${id} not null,
    user_id ${userId} not null,
    created_at bigint not null,
    primary key (issuer, subject)
  )`,
  `create table sessions (
    token_hash ${id} primary key,
    user_id ${id} not null references users on delete cascade,
    csrf_secret text not null,
    created_at bigint not null,
    expires_at bigint not null
  )`,
  `create index sessions_by_user on sessions (user_id)`,
  `create table api_tokens (
    id ${id} primary key,
    token_hash ${id} not null unique,
    user_id ${id} not null references users on delete cascade,
    name text not null,
    role_cap ${id},
    cases text,
    created_at bigint not null,
    expires_at bigint,
    last_used_day bigint,
    revoked_at bigint
  )`,
  `create index api_tokens_by_user on api_tokens (user_id)`,

  `create table cases (
    id ${id} primary key,
    title text not null,
    epoch ${id} not null,
    update_seq bigint not null,
    head_revision bigint not null,
    head_hash ${id} not null,
    created_at bigint not null,
    changed_at bigint not null
  )`,
  `create table case_settings (
    ${caseId},
    name ${id} not null,
    value text not null,
    primary key (case_id, name)
  )`,
  `create table blobs (hash ${id} primary key, size bigint not null, bytes bytea not null)`,
  `create table case_files (
    ${caseId},
    path ${id} not null,
    blob_hash ${id} not null references blobs,
    user_id ${userId},
    at bigint not null,
    primary key (case_id, path)
  )`,
  `create index case_files_by_blob on case_files (blob_hash)`,
  `create table updates (
    ${caseId},
    seq bigint not null,
    bytes bytea not null,
    user_id ${userId},
    at bigint not null,
    primary key (case_id, seq)
  )`,
  `create table snapshots (
    ${caseId.replace('not null', 'primary key')},
    seq bigint not null,
    state bytea not null,
    at bigint not null
  )`,
  `create table revisions (
    ${caseId},
    number bigint not null,
    at bigint not null,
    authors text not null,
    message text not null,
    kind ${id} not null,
    update_seq bigint not null,
    previous_hash ${id} not null,
    hash ${id} not null,
    primary key (case_id, number)
  )`,
  `create table revision_changes (
    case_id ${id} not null,
    number bigint not null,
    path ${id} not null,
    blob_hash ${id} references blobs,
    primary key (case_id, number, path),
    foreign key (case_id, number) references revisions on delete cascade
  )`,
  `create index revision_changes_by_blob on revision_changes (blob_hash)`,

  `create table members (
    ${caseId},
    user_id ${id} not null references users on delete cascade,
    role ${id} not null,
    sign_off_roles text not null,
    added_at bigint not null,
    primary key (case_id, user_id)
  )`,
  `create index members_by_user on members (user_id)`,
  `create table invitations (
    id ${id} primary key,
    token_hash ${id} not null unique,
    case_id ${id} references cases on delete cascade,
    role ${id} not null,
    sign_off_roles text not null,
    note text not null,
    invited_by ${userId},
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    used_by ${userId}
  )`,
  `create index invitations_by_case on invitations (case_id)`,
  `create table audit (
    number bigint primary key,
    at bigint not null,
    actor ${id},
    action ${id} not null,
    case_id ${id},
    details text not null,
    previous_hash ${id} not null,
    hash ${id} not null
  )`,
  `create index audit_by_case on audit (case_id, number)`,

  `create table import_batches (
    ${caseId},
    id ${id} not null,
    format ${id} not null,
    name text not null,
    user_id ${userId},
    at bigint not null,
    notes text not null,
    people text not null,
    primary key (case_id, id)
  )`,
  `create table originals (
    ${caseId},
    hash ${id} not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    bytes bytea not null,
    batch_id ${id},
    at bigint not null,
    primary key (case_id, hash),
    foreign key (case_id, batch_id) references import_batches
  )`,
  `create table drafts (
    ${caseId},
    id ${id} not null,
    batch_id ${id} not null,
    position bigint not null,
    key ${id} not null,
    draft text not null,
    state ${id} not null,
    fact_id ${id},
    merged_into ${id},
    split_from ${id},
    decided_by ${userId},
    decided_at bigint,
    primary key (case_id, id),
    unique (case_id, key),
    foreign key (case_id, batch_id) references import_batches,
    foreign key (case_id, merged_into) references drafts deferrable,
    foreign key (case_id, split_from) references drafts deferrable
  )`,

  `create table comments (
    ${caseId},
    id ${id} not null,
    parent_id ${id},
    anchor text,
    user_id ${userId} not null,
    text text not null,
    at bigint not null,
    edited_at bigint,
    resolved_at bigint,
    resolved_by ${userId},
    primary key (case_id, id),
    foreign key (case_id, parent_id) references comments on delete cascade deferrable
  )`,
  `create table rounds (
    ${caseId},
    id ${id} not null,
    title text not null,
    opened_by ${userId},
    opened_at bigint not null,
    closed_by ${userId},
    closed_at bigint,
    primary key (case_id, id)
  )`,
  `create table agenda_items (
    case_id ${id} not null,
    round_id ${id} not null,
    id ${id} not null,
    position bigint not null,
    item text not null,
    primary key (case_id, round_id, id),
    foreign key (case_id, round_id) references rounds on delete cascade
  )`,
  `create table answers (
    id ${id} primary key,
    case_id ${id} not null,
    round_id ${id} not null,
    item_id ${id} not null,
    kind ${id} not null,
    user_id ${userId},
    role text,
    text text not null,
    at bigint,
    foreign key (case_id, round_id, item_id) references agenda_items on delete cascade,
    check (kind <> 'anonymous' or (user_id is null and role is null and at is null))
  )`,
  `create index answers_by_round on answers (case_id, round_id)`,
  `create table sign_offs (
    ${caseId},
    id ${id} not null,
    revision bigint not null,
    role ${id} not null,
    user_id ${userId} not null,
    note text not null,
    at bigint not null,
    withdrawn_at bigint,
    primary key (case_id, id),
    foreign key (case_id, revision) references revisions
  )`,
  `create table live_states (
    ${caseId.replace('not null', 'primary key')},
    expected_update_at bigint,
    duties text not null,
    changed_at bigint not null
  )`,
  `create table webhooks (
    id ${id} primary key,
    ${caseId},
    name text not null,
    format ${id} not null,
    secret_hash ${id} not null unique,
    created_by ${userId},
    created_at bigint not null,
    last_used_day bigint
  )`,
  `create index webhooks_by_case on webhooks (case_id)`,

  `create table rate_limits (
    key ${id} primary key,
    started_at bigint not null,
    ends_at bigint not null,
    count bigint not null
  )`,
]
