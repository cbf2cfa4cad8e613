import { importLimits } from '../../../interop/importLimits.js'
import { limits } from '../../../model/limits.js'

/** Bounds of what the workspace takes. Each is reported by name when it is hit. */
export const serverLimits = {
  /** Bytes of JSON in a request. */
  jsonBytes: 2_000_000,
  /** Values within values in JSON. */
  jsonNesting: 64,
  /** Bytes of one file of a case. */
  fileBytes: limits.attachmentBytes,
  /** Bytes of a case folder as a zip. */
  archiveBytes: importLimits.archiveBytes,
  /** Bytes of what facts are taken in from. */
  importBytes: importLimits.archiveBytes,
  /** Failed sign-ins of one account, and from one address, within `signInWindowMs`. */
  signInsPerAccount: 10,
  signInsPerAddress: 300,
  signInWindowMs: 15 * 60_000,
  /** Passwords that are being checked at once, and those that wait for it. */
  passwordsAtOnce: 2,
  passwordsWaiting: 40,
  /** Anonymous answers of one round. */
  anonymousAnswers: 5_000,
  /** Tokens of one user. */
  tokens: 200,
} as const
