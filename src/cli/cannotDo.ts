/**
 * A command cannot do its work: a fault of the environment or of what was asked, already in the user's words. The only
 * error a command throws on purpose; it ends with status 2 at the edge (see `commandLine.ts`).
 */
export class CannotDo extends Error {
  /** Stable, for `--json`. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'CannotDo'
    this.code = code
  }
}
