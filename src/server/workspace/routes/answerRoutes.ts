import type { Answer } from '../environment.js'
import type { Workspace } from '../workspace.js'
import { accountRoutes } from './account.js'
import { caseRoutes } from './cases.js'
import { commentRoutes } from './comments.js'
import { fileRoutes } from './files.js'
import { inboxRoutes } from './inbox.js'
import { invitationRoutes } from './invitations.js'
import { liveLogRoutes } from './liveLog.js'
import { peopleRoutes } from './people.js'
import { reviewRoutes } from './review.js'
import { revisionRoutes } from './revisions.js'
import { sessionRoutes } from './session.js'
import { viewRoutes } from './views.js'

const resources = [
  sessionRoutes,
  accountRoutes,
  invitationRoutes,
  peopleRoutes,
  caseRoutes,
  fileRoutes,
  viewRoutes,
  revisionRoutes,
  commentRoutes,
  reviewRoutes,
  inboxRoutes,
  liveLogRoutes,
]

/** Every route of the API with what answers it. */
export function answerRoutes(answer: Answer, workspace: Workspace): void {
  for (const add of resources) add(answer, workspace)
}
