/** Why the store does not do what somebody asked for. */
export type RefusalCode =
  | 'no-such-case'
  | 'case-exists'
  | 'bad-case-id'
  | 'no-such-file'
  | 'path-taken'
  | 'bad-path'
  | 'not-a-text'
  | 'bad-update'
  | 'file-too-large'
  | 'case-too-large'
  | 'attachments-too-large'
  | 'too-many-files'
  | 'no-such-revision'
  | 'no-such-user'
  | 'email-taken'
  | 'identity-taken'
  | 'no-such-member'
  | 'last-owner'
  | 'last-admin'
  | 'no-such-invitation'
  | 'invitation-used'
  | 'invitation-expired'
  | 'no-such-token'
  | 'no-such-draft'
  | 'draft-decided'
  | 'no-such-comment'
  | 'no-such-round'
  | 'round-closed'
  | 'no-such-item'
  | 'no-such-sign-off'
  | 'no-such-webhook'
  | 'no-such-original'
  | 'not-a-backup'
  | 'backup-too-new'
  | 'backup-damaged'
  | 'database-not-empty'

/** A request that cannot be met, with what it was about. Nothing was changed: the transaction is rolled back. */
export class StoreRefusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(`The store refuses: ${code} ${JSON.stringify(values)}`)
    this.name = 'StoreRefusal'
  }
}
