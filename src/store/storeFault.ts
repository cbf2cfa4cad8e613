/**
 * What the surroundings keep the store from doing. The command line and the server turn it into a sentence.
 *
 * - `in-use`: another living process has the folder open (`pid`, `host`)
 * - `unreachable`: no connection to the database (`reason`)
 * - `unusable-folder`: the folder of the database cannot be made or written (`folder`, `reason`)
 * - `damaged`: the database in the folder does not start (`folder`, `reason`)
 * - `not-utf8`: the database has another encoding (`encoding`)
 * - `newer-schema`: a newer program made the tables (`migration`)
 * - `migration-failed` (`migration`, `reason`)
 */
export class StoreFault extends Error {
  constructor(
    readonly code:
      | 'in-use'
      | 'unreachable'
      | 'unusable-folder'
      | 'damaged'
      | 'not-utf8'
      | 'newer-schema'
      | 'migration-failed',
    readonly values: Readonly<Record<string, string | number>>,
    options?: ErrorOptions,
  ) {
    super(`The store cannot be opened: ${code} ${JSON.stringify(values)}`, options)
    this.name = 'StoreFault'
  }
}
