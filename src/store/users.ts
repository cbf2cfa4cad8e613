import type { StoreContext } from './context.js'
import { inTransaction, newId } from './context.js'
import { StoreRefusal } from './storeRefusal.js'
import { isUniqueViolation } from './violations.js'

export type WorkspaceRole = 'admin' | 'member'

/** Somebody who can sign in. */
export interface User {
  readonly id: string
  readonly name: string
  /** Lower case; null where none is known. */
  readonly email: string | null
  readonly role: WorkspaceRole
  readonly language: 'ko' | 'en' | null
  readonly createdAtMs: number
  /** When this account was closed; null while it is open. */
  readonly disabledAtMs: number | null
}

export interface NewUser {
  readonly name: string
  readonly email?: string | null
  readonly role?: WorkspaceRole
  readonly language?: 'ko' | 'en' | null
}

export interface Users {
  /** Refuses `email-taken`. */
  create(user: NewUser): Promise<User>
  get(id: string): Promise<User | null>
  /** By address, whatever its case. */
  byEmail(email: string): Promise<User | null>
  byIdentity(issuer: string, subject: string): Promise<User | null>
  /** All, by name. */
  list(): Promise<User[]>
  count(): Promise<number>
  /** Refuses `no-such-user`, `email-taken`, `last-admin`. Closing an account ends its sessions. */
  change(
    id: string,
    change: Partial<Pick<User, 'name' | 'email' | 'role' | 'language'>> & { readonly disabled?: boolean },
  ): Promise<User>
  /** The line that the password is checked against; null where there is no password. */
  passwordSecret(id: string): Promise<string | null>
  /** Null takes the password away. */
  setPasswordSecret(id: string, secret: string | null): Promise<void>
  /** Refuses `identity-taken` where it is another user's. */
  addIdentity(id: string, issuer: string, subject: string): Promise<void>
}

export function openUsers(context: StoreContext): Users {
  const { query } = context
  const one = () => query.selectFrom('users').selectAll('users')
  return {
    async create({ name, email, role, language }) {
      const user: User = {
        id: newId(context),
        name,
        email: email?.toLowerCase() ?? null,
        role: role ?? 'member',
        language: language ?? null,
        createdAtMs: context.nowMs(),
        disabledAtMs: null,
      }
      await refusingTakenEmail(user.email, () => query.insertInto('users').values(rowOf(user)).execute())
      return user
    },

    async get(id) {
      return userOrNull(await one().where('id', '=', id).executeTakeFirst())
    },

    async byEmail(email) {
      return userOrNull(await one().where('email', '=', email.toLowerCase()).executeTakeFirst())
    },

    async byIdentity(issuer, subject) {
      return userOrNull(
        await one()
          .innerJoin('oidc_identities', 'oidc_identities.user_id', 'users.id')
          .where('issuer', '=', issuer)
          .where('subject', '=', subject)
          .executeTakeFirst(),
      )
    },

    async list() {
      return (await one().orderBy('name').orderBy('id').execute()).map(userOf)
    },

    async count() {
      const { count } = await query
        .selectFrom('users')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return count
    },

    change: (id, { disabled, ...change }) =>
      inTransaction(context, async ({ query, nowMs }) => {
        // All admins are locked, in one order, so that two of them cannot leave at once.
        const admins = await query
          .selectFrom('users')
          .select('id')
          .where('role', '=', 'admin')
          .where('disabled_at', 'is', null)
          .orderBy('id')
          .forUpdate()
          .execute()
        const row = await query.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
        if (row === undefined) throw new StoreRefusal('no-such-user')
        const before = userOf(row)
        const after: User = {
          ...before,
          ...change,
          email: change.email === undefined ? before.email : (change.email?.toLowerCase() ?? null),
          disabledAtMs: disabled === undefined ? before.disabledAtMs : disabled ? nowMs() : null,
        }
        const stays = after.role === 'admin' && after.disabledAtMs === null
        if (!stays && admins.length === 1 && admins[0]!.id === id) throw new StoreRefusal('last-admin')
        await refusingTakenEmail(after.email, () =>
          query.updateTable('users').set(rowOf(after)).where('id', '=', id).execute(),
        )
        if (after.disabledAtMs !== null)
          await query.deleteFrom('sessions').where('user_id', '=', id).execute()
        return after
      }),

    async passwordSecret(id) {
      const row = await query
        .selectFrom('password_credentials')
        .select('secret')
        .where('user_id', '=', id)
        .executeTakeFirst()
      return row?.secret ?? null
    },

    async setPasswordSecret(id, secret) {
      if (secret === null) {
        await query.deleteFrom('password_credentials').where('user_id', '=', id).execute()
        return
      }
      const changed = { secret, changed_at: context.nowMs() }
      await query
        .insertInto('password_credentials')
        .values({ user_id: id, ...changed })
        .onConflict(conflict => conflict.column('user_id').doUpdateSet(changed))
        .execute()
    },

    async addIdentity(id, issuer, subject) {
      await query
        .insertInto('oidc_identities')
        .values({ issuer, subject, user_id: id, created_at: context.nowMs() })
        .onConflict(conflict => conflict.columns(['issuer', 'subject']).doNothing())
        .execute()
      const holder = await query
        .selectFrom('oidc_identities')
        .select('user_id')
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirstOrThrow()
      if (holder.user_id !== id) throw new StoreRefusal('identity-taken')
    },
  }
}

async function refusingTakenEmail(email: string | null, write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new StoreRefusal('email-taken', { email: email ?? '' })
    throw fault
  }
}

type UserRow = ReturnType<typeof rowOf>

function rowOf(user: User) {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    language: user.language,
    created_at: user.createdAtMs,
    disabled_at: user.disabledAtMs,
  }
}

function userOrNull(row: UserRow | undefined): User | null {
  return row === undefined ? null : userOf(row)
}

function userOf(row: UserRow): User {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    language: row.language,
    createdAtMs: row.created_at,
    disabledAtMs: row.disabled_at,
  }
}
