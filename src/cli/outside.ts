import type { Effects } from './effects.js'

/** How long a workspace may take to answer. */
const ANSWER_WITHIN_MS = 20_000

/** The effects beyond this machine's disk: its clock, and a workspace elsewhere. */
export const outside: Pick<Effects, 'clockMs' | 'post'> = {
  clockMs: () => Date.now(),
  post: async (address, token, body) => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // A token is for the address that was given, not for where that sends one.
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    return { status: answer.status, text: await answer.text() }
  },
}
