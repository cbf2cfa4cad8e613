import { liveWords } from '../../words/live/liveWords.js'
import { CannotDo } from '../cannotDo.js'
import { type Context, writeJson } from '../context.js'
import { type ExitStatus, exitStatus } from '../exitStatus.js'
import { visible } from '../visible.js'

/** A line for the log of a case in a workspace. */
export interface LogLine {
  readonly text: string
  readonly at: string | null
  readonly changes: Readonly<Record<string, string>>
  readonly announce: boolean
}

/** Logs a line in a workspace elsewhere, as the holder of the token in `MANIL_TOKEN`. */
export async function logElsewhere(
  address: string,
  caseId: string,
  line: LogLine,
  context: Context,
): Promise<ExitStatus> {
  const { effects, language } = context
  const said = liveWords(language)
  const base = safeAddress(address, context)
  const token = effects.env.MANIL_TOKEN ?? ''
  if (token === '') throw new CannotDo('no-token', said.noToken)
  const { text, at, changes, announce } = line
  const body = { text, changes, announce, language, ...(at !== null && { at }) }
  const answer = await effects
    .post(`${base}/api/cases/${encodeURIComponent(caseId)}/log`, token, body)
    .catch((error: unknown) => {
      throw new CannotDo('unreachable', visible(said.unreachable(base, reasonOf(error))))
    })
  const told = jsonOf(answer.text)
  if (answer.status !== 201) {
    const { error } = told as { error?: { code?: unknown; message?: unknown } }
    const message = typeof error?.message === 'string' ? error.message : ''
    const code = typeof error?.code === 'string' ? error.code : 'refused'
    throw new CannotDo(code, visible(said.refusedByServer(answer.status, message)))
  }
  const { fact, at: logged } = told as { fact?: unknown; at?: unknown }
  if (context.json) writeJson(context, { case: caseId, fact, at: logged })
  else effects.write(`${visible(said.logged(String(logged ?? ''), String(fact ?? '')))}\n`)
  return exitStatus.fine
}

/** The address without a slash at its end; a token only travels encrypted, or within this machine. */
function safeAddress(address: string, { language }: Context): string {
  const said = liveWords(language)
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new CannotDo('bad-address', visible(said.badAddress(address)))
  }
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol === 'http:' && !isHere)
    throw new CannotDo('insecure-address', visible(said.insecure(address)))
  return (url.origin + url.pathname).replace(/\/+$/, '')
}

/** `fetch` tells why in the cause of its error. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (typeof cause === 'object' && cause !== null && 'code' in cause) return String(cause.code)
  return error instanceof Error ? error.name : String(error)
}

function jsonOf(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
