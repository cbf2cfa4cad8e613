import type { Gone } from '../../store/liveBatches.js'

/** What was asked was not kept, or it is not known whether it was: the database is away, or the case began anew. */
export class NotKept extends Error {
  constructor(
    readonly reason: Gone | 'fault' | 'contended',
    options?: ErrorOptions,
  ) {
    super(`The change of a case was not kept: ${reason}`, options)
    this.name = 'NotKept'
  }
}

/** Who changes something. */
export interface Writer {
  readonly id: string
}
