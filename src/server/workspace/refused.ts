import type { ServerRefusalCode } from '../../words/workspaceServer/workspaceServerWords.js'

/** The HTTP statuses of refusals. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503

/** The workspace does not do what was asked: thrown on purpose, and made into a `RefusalBody` at the edge. */
export class Refused extends Error {
  constructor(
    readonly status: RefusalStatus,
    readonly code: ServerRefusalCode,
    readonly values: Readonly<Record<string, string | number>> = {},
    readonly field: string | null = null,
  ) {
    super(`Refused: ${code}`)
    this.name = 'Refused'
  }
}
