import { HTTPException } from 'hono/http-exception'
import type { RefusalBody } from '../../api/route.js'
import { StoreFault } from '../../store/storeFault.js'
import { type RefusalCode, StoreRefusal } from '../../store/storeRefusal.js'
import { refusalMessage, type ServerRefusalCode } from '../../words/workspaceServer/workspaceServerWords.js'
import { NotKept } from '../live/caseRoom.js'
import { TooBusy } from '../live/rendering.js'
import { NoSuchCase } from '../live/rooms.js'
import type { WorkspaceContext } from './environment.js'
import type { Logger } from './log.js'
import { type RefusalStatus, Refused } from './refused.js'

/** What the store's refusals are in HTTP. Those of backups are no answers to requests. */
const storeStatus: Readonly<Partial<Record<RefusalCode & ServerRefusalCode, RefusalStatus>>> = {
  'no-such-case': 404,
  'case-exists': 409,
  'bad-case-id': 400,
  'no-such-file': 404,
  'path-taken': 409,
  'bad-path': 400,
  'not-a-text': 400,
  'bad-update': 400,
  'file-too-large': 413,
  'case-too-large': 413,
  'attachments-too-large': 413,
  'too-many-files': 413,
  'no-such-revision': 404,
  'no-such-user': 404,
  'email-taken': 409,
  'identity-taken': 409,
  'no-such-member': 404,
  'last-owner': 409,
  'last-admin': 409,
  'no-such-invitation': 404,
  'invitation-used': 404,
  'invitation-expired': 404,
  'no-such-token': 404,
  'no-such-draft': 404,
  'draft-decided': 409,
  'no-such-comment': 404,
  'no-such-round': 404,
  'round-closed': 409,
  'no-such-item': 404,
  'no-such-sign-off': 404,
  'no-such-webhook': 404,
  'no-such-original': 404,
}

/** What was thrown, as a refusal. Whatever nobody threw on purpose is a bug, and nothing of it is told but that. */
export function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error
  if (error instanceof StoreRefusal) {
    const code = error.code as ServerRefusalCode & RefusalCode
    const status = storeStatus[code]
    return status === undefined ? new Refused(500, 'bug') : new Refused(status, code, error.values)
  }
  if (error instanceof HTTPException) {
    if (error.status === 413) return new Refused(413, 'too-large')
    if (error.status === 404) return new Refused(404, 'not-found')
    return new Refused(400, /json/i.test(error.message) ? 'bad-json' : 'bad-request')
  }
  if (error instanceof NoSuchCase) return new Refused(404, 'no-such-case')
  if (error instanceof TooBusy) return new Refused(429, 'busy')
  if (error instanceof StoreFault || error instanceof NotKept) return new Refused(503, 'not-ready')
  return new Refused(500, 'bug')
}

/** A fault as the log has it: its name, and the places in the program. Its message may repeat what somebody wrote. */
function faultOf(error: unknown): { readonly fault: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { fault: typeof error, at: [] }
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  return { fault: `${error.name}${code}`, at: frames.map(line => line.trim()) }
}

/** The answer to what was thrown. The log tells where a bug is; nothing of that goes anywhere else. */
export function refusalResponse(error: unknown, context: WorkspaceContext, log: Logger): Response {
  const refused = refusalOf(error)
  if (refused.status >= 500 && !context.var.unlogged) {
    log.error({ route: context.var.route, ...faultOf(error) }, refused.code)
  }
  const body: RefusalBody = {
    error: {
      code: refused.code,
      message: refusalMessage(refused.code, refused.values, context.var.language ?? 'en'),
      ...(refused.field === null ? {} : { field: refused.field }),
      ...(Object.keys(refused.values).length === 0 ? {} : { values: { ...refused.values } }),
    },
  }
  const wait = refused.values.minutes
  if (typeof wait === 'number') context.header('Retry-After', String(wait * 60))
  return context.json(body, refused.status)
}
