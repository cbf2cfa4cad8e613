import { createHash } from 'node:crypto'

/** sha256 in hexadecimal; a text is hashed as UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}
