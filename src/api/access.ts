/** What somebody may do with one case. Each role may do all that those after it may. */
export const caseRoles = ['owner', 'editor', 'reviewer', 'reader'] as const

export type CaseRole = (typeof caseRoles)[number]

/**
 * Who is answered by a route:
 * - `anyone`: nobody needs to be signed in;
 * - `signed-in`: any user, or a token;
 * - `session`: a user in a browser; tokens are refused, so that none can make another;
 * - `admin`: who keeps the workspace;
 * - `read`, `comment`, `write`, `manage`: a reader, reviewer, editor, owner of the case in the path.
 */
export type Access = 'anyone' | 'signed-in' | 'session' | 'admin' | 'read' | 'comment' | 'write' | 'manage'

/** The least role that a kind of access to a case asks for. */
export const leastRole: Readonly<Record<'read' | 'comment' | 'write' | 'manage', CaseRole>> = {
  read: 'reader',
  comment: 'reviewer',
  write: 'editor',
  manage: 'owner',
}

/** Whether a role is at least another. */
export function isAtLeast(role: CaseRole, least: CaseRole): boolean {
  return caseRoles.indexOf(role) <= caseRoles.indexOf(least)
}
