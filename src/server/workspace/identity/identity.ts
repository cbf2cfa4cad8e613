import type { CaseRole } from '../../../api/access.js'

/** An account, as far as requests need it. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly admin: boolean
}

/** Who asks: a user in a browser, or a script in a user's name. */
export type Identity =
  | {
      readonly kind: 'session'
      readonly user: Account
      /** The hash that the session is kept under: its name everywhere but in the browser. */
      readonly session: string
      readonly csrf: string
      readonly expiresMs: number
    }
  | {
      readonly kind: 'token'
      readonly user: Account
      readonly session: string
      /** The most that the token may do in a case; null: what its user may. */
      readonly cap: CaseRole | null
      /** The cases it is for; null: those of its user. */
      readonly cases: readonly string[] | null
      readonly expiresMs: number | null
    }

/** Whether somebody may act beyond single cases: a token that was limited may not. */
export function isUnlimited(identity: Identity): boolean {
  return identity.kind === 'session' || (identity.cap === null && identity.cases === null)
}
