import { randomBytes } from 'node:crypto'

/** Bytes of chance in a secret: none can be guessed. */
const secretBytes = 32

/** How the secret of a token for scripts begins, so that people and scanners know it where they see it. */
const tokenPrefix = 'manil_'

/** A new secret for a cookie, an invitation, a key. */
export function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url')
}

/** A new secret of a token for scripts. */
export function newTokenSecret(): string {
  return tokenPrefix + newSecret()
}

/** The token in an `Authorization` header; null where there is none, and '' where it is none of ours. */
export function bearerOf(header: string | undefined): string | null {
  if (header === undefined) return null
  const [, secret = ''] = /^Bearer +(\S{1,200})$/i.exec(header) ?? []
  return secret.startsWith(tokenPrefix) ? secret : ''
}
