import { beforeAll, describe } from 'vitest'
import { onEachDatabase, type TestStore } from './databases.js'
import { attachments } from './parts/attachments.js'
import { audit } from './parts/audit.js'
import { comments } from './parts/comments.js'
import { drafts } from './parts/drafts.js'
import { invitations } from './parts/invitations.js'
import { liveState } from './parts/liveState.js'
import { members } from './parts/members.js'
import { originals } from './parts/originals.js'
import { rateLimits } from './parts/rateLimits.js'
import { revisions } from './parts/revisions.js'
import { sessions } from './parts/sessions.js'
import { settings } from './parts/settings.js'
import { signOffs } from './parts/signOffs.js'
import { tidying } from './parts/tidy.js'
import { tokens } from './parts/tokens.js'
import { users } from './parts/users.js'
import { webhooks } from './parts/webhooks.js'

/** The parts of the store that are small: they share a database, since opening one takes longer than their tests. */
const parts: readonly (readonly [title: string, tests: (workspace: TestStore) => void])[] = [
  ['attachments', attachments],
  ['the audit log', audit],
  ['comments', comments],
  ['drafts', drafts],
  ['invitations', invitations],
  ['the live state', liveState],
  ['members', members],
  ['originals', originals],
  ['rate limits', rateLimits],
  ['revisions', revisions],
  ['sessions', sessions],
  ['settings', settings],
  ['sign-offs', signOffs],
  ['tidying', tidying],
  ['tokens', tokens],
  ['users', users],
  ['webhooks', webhooks],
]

onEachDatabase('the store', workspace => {
  describe.each(parts)('%s', (_title, tests) => {
    beforeAll(() => workspace.empty())
    tests(workspace)
  })
})
