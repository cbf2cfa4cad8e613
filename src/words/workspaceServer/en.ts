import type { WorkspaceServerWords } from './workspaceServerWords.js'

const megabytes = (bytes: string | number | undefined) => `${Math.floor(Number(bytes ?? 0) / 1_000_000)} MB`

/** What the workspace's server says, English. */
export const en: WorkspaceServerWords = {
  refusals: {
    'bad-request': () => 'The request cannot be understood; /api/openapi.json says how it should look.',
    'bad-json': () => 'The body is not JSON.',
    'too-deep': values => `JSON may be nested ${values.limit} levels deep.`,
    'reserved-key': () => '__proto__ is not a name that can be used.',
    'too-large': values => `Too large: up to ${megabytes(values.limit)} are taken at a time.`,
    'upgrade-needed': () => 'This address answers WebSockets only.',
    'not-found': () => 'There is no such thing.',
    'wrong-host': () => 'Not answered at this address. Please use the address that was printed.',
    'foreign-page': () => 'The request came from a page of another site and was not taken.',
    'csrf-missing': () => 'This page is out of date. Please reload it and try again.',
    busy: () => 'Too many requests at the moment. Please try again shortly.',
    'too-many-tries': values =>
      `Signing in failed too often. Please try again in ${values.minutes} ${values.minutes === 1 ? 'minute' : 'minutes'}.`,
    bug: () =>
      'A bug in Manil got in the way. What was written is still there. Please try again, and report it if it comes back.',
    'not-ready': () => 'The database does not answer. Please try again shortly.',
    'not-signed-in': () => 'Please sign in first.',
    'bad-token': () => 'The token was revoked, has expired, or is mistyped.',
    'token-not-taken': () => 'This cannot be done with a token. Please sign in with a browser.',
    'sign-in-failed': () => 'E-mail address and password do not fit.',
    'key-not-taken': () =>
      'This key does not open the workspace. On the computer where it was started, open the address that was printed.',
    'wrong-password': () => 'The present password does not fit.',
    'bad-invitation': () =>
      'This invitation cannot be used: it was used before, or has expired. Please ask for a new one.',
    'join-needed': () => 'Please give a name, an e-mail address and a password, or sign in first.',
    'openid-off': () => 'This workspace has no organisation sign-in.',
    'openid-failed': () => "The organisation's sign-in did not complete. Please try again.",
    'openid-unreachable': () => "The organisation's sign-in cannot be reached. Please try again shortly.",
    'openid-not-invited': () =>
      'This account has not been invited yet. Please ask the owner of a case for an invitation.',
    'openid-other-account': () =>
      "There is an account with this e-mail address. Sign in with its password, then connect the organisation's sign-in.",
    'account-closed': () => 'This account is closed. Please ask who keeps the workspace.',
    'not-allowed': values =>
      values.least === 'owner'
        ? 'Only an owner of this case can do that.'
        : values.least === 'editor'
          ? 'Editors of this case and its owners can do that.'
          : values.least === 'reviewer'
            ? 'Reviewers of this case, editors and owners can do that.'
            : 'This cannot be done.',
    'admin-only': () => 'Only who keeps the workspace can do that.',
    'not-yours': () => 'What somebody else wrote cannot be changed.',
    'signs-not-as': values =>
      `Not among those who sign off for ${values.role}; an owner of the case sets that.`,
    'no-such-case': () => 'There is no such case, or it may not be seen.',
    'case-exists': values => `${values.case ?? values.id ?? ''}: there is such a case already.`,
    'bad-case-id': () => 'The name of a case has small letters, digits and hyphens.',
    'confirm-differs': () => 'To delete a case, repeat its name exactly.',
    'no-such-file': values => `${values.path ?? ''}: no such file.`,
    'path-taken': values => `${values.path ?? ''}: there is such a file already.`,
    'bad-path': values =>
      `${values.path ?? ''}: cannot be the name of a file. Folders are parted by /; names do not begin with a dot and have no special characters.`,
    'file-changed': values =>
      `${values.path ?? ''}: changed in the meantime. Please read it again before changing it.`,
    'not-a-text': values => `${values.path ?? ''}: not a text file.`,
    'bad-update': () => 'This change cannot be taken. Please open the page again.',
    'file-too-large': values =>
      `${values.path ?? 'The file'}: too large; a file may have ${megabytes(values.limit)}.`,
    'case-too-large': values =>
      `The texts of the case are too large; together they may have ${megabytes(values.limit)}.`,
    'attachments-too-large': values =>
      `The attachments are too large; together they may have ${megabytes(values.limit)}.`,
    'too-many-files': values => `Too many files; there may be ${values.limit ?? 'fewer'}.`,
    'bad-archive': () => 'This zip cannot be opened. Please send the folder of a case as a zip.',
    'archive-too-large': () => 'Unpacked, this zip is too large or has too many files.',
    'empty-archive': () =>
      'There are no files of a case in this zip. Please pack the folder that has case.yaml.',
    'edit-refused': values => `${values.reason ?? 'That place cannot be changed.'}`,
    'case-has-errors': () => 'The files of the case have errors to be mended first.',
    'no-model': () => 'This case has no model; with components and events it can be replayed.',
    'bad-time': values => `${values.text ?? ''}: not a time. Write it as 15:30, 3:30 pm, or +12m.`,
    'no-such-revision': () => 'There is no such revision.',
    'no-such-user': () => 'There is no such user.',
    'email-taken': () =>
      'This e-mail address is in use. Sign in with that account, then open the invitation again.',
    'identity-taken': () => 'This sign-in belongs to another account.',
    'no-such-member': () => 'Not a member of this case.',
    'last-owner': () => 'A case has at least one owner. Please make somebody else owner first.',
    'last-admin': () => 'A workspace has at least one keeper. Please make somebody else keeper first.',
    'no-such-invitation': () => 'There is no such invitation.',
    'invitation-used': () => 'This invitation was used already.',
    'invitation-expired': () => 'This invitation has expired. Please ask for a new one.',
    'no-such-token': () => 'There is no such token.',
    'too-many-tokens': values => `There may be ${values.limit} tokens. Please end those that are not used.`,
    'no-such-session': () => 'There is no such sign-in.',
    'no-such-draft': () => 'There is no such draft.',
    'draft-decided': () => 'This draft was decided already.',
    'no-such-original': () => 'There is no such original.',
    'bad-roles': () => 'The map of names to roles cannot be read. Please write it as JSON.',
    'no-such-webhook': () => 'There is no such webhook.',
    'no-such-comment': () => 'There is no such comment.',
    'no-such-round': () => 'There is no such round.',
    'round-closed': () => 'This round is closed.',
    'no-such-item': () => 'There is no such question.',
    'too-many-answers': () => 'This round has too many answers.',
    'no-such-sign-off': () => 'There is no such sign-off.',
    'log-refused': values => `${values.reason ?? 'This cannot be logged.'}`,
    'no-status-folder': () =>
      'There is no folder for the public status page. Start with manil workspace --status-out <folder>.',
  },
  pages: {
    title: 'Manil workspace',
    appMissing: 'The pages of the workspace are not built yet; npm run build makes them. The API answers.',
    keyTitle: 'This key does not open the workspace',
    reportBroken: 'The files of this case have errors, so there is no report.',
    toWorkspace: 'To the workspace',
  },
  localOwner: 'Owner of this machine',
  revisions: {
    imported: 'Taken from a folder',
    begun: 'Begun',
    restored: number => `Back to revision ${number}`,
  },
}
