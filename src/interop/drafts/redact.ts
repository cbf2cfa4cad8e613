/** What takes the place of a secret, an address or a number: the same in every language; the flag says which it was. */
export const redacted = '[•••]'

/** What was taken out of a text. */
export type RedactedKind = 'secret' | 'address' | 'phone'

interface Pattern {
  readonly kind: RedactedKind
  readonly expression: RegExp
  /** `$1` is kept where the expression has it. */
  readonly keep?: string
}

/**
 * What secrets look like, by the shapes that their issuers document, and by the words that stand before them. A commit or
 * another plain hash is none. Every repetition is bounded or cannot overlap what follows it, so that no text takes long.
 */
const patterns: readonly Pattern[] = [
  {
    kind: 'secret',
    expression: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
  },
  { kind: 'secret', expression: /\b(?:A3T|AKIA|ASIA|AGPA|AROA)[0-9A-Z]{16,17}\b/g },
  { kind: 'secret', expression: /\b(?:gh[opsur]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255})/g },
  { kind: 'secret', expression: /\b(?:glpat-|npm_|SG\.|dop_v1_|hf_|pypi-)[\w.-]{16,255}/g },
  { kind: 'secret', expression: /\bxox[abceoprs]-[\w-]{8,255}|\bxapp-[\w-]{8,255}/g },
  { kind: 'secret', expression: /\b[sr]k[-_](?:live|test|proj|ant)?[-_]?[A-Za-z0-9_-]{20,255}/g },
  { kind: 'secret', expression: /\bAIza[\w-]{35}/g },
  { kind: 'secret', expression: /\beyJ[\w-]{8,4000}\.[\w-]{8,8000}(?:\.[\w-]{0,4000})?/g },
  {
    kind: 'secret',
    expression: /(\bhooks\.slack\.com\/(?:services|workflows|triggers)\/)[\w/-]{8,255}/g,
    keep: '$1',
  },
  { kind: 'secret', expression: /(\b[a-z][a-z0-9+.-]{1,30}:\/\/)[^\s/?#@<>"']{1,255}@/gi, keep: '$1' },
  {
    kind: 'secret',
    expression:
      /([?&#](?:t|token|key|api_?key|access_?token|auth|sig|signature|secret|password|passwd|pwd|x-amz-signature|x-amz-credential|x-goog-signature)=)[^\s&#<>"'|]{6,4000}/gi,
    keep: '$1',
  },
  { kind: 'secret', expression: /(\b(?:Bearer|Basic)\s+)[\w.~+/=-]{12,4000}/g, keep: '$1' },
  {
    kind: 'secret',
    expression:
      /(\b[\w-]{0,40}(?:password|passwd|pwd|secret|api[_-]?key|access[_-]?key|auth[_-]?token|token|routing[_-]?key|credential)s?["']?\s{0,3}(?:[:=]|\bis\b)\s{0,3}["'`]?)(?!\[•)[^\s"'`,;]{6,4000}/gi,
    keep: '$1',
  },
  {
    kind: 'secret',
    expression:
      /((?:비밀번호|비번|패스워드|암호|토큰|인증키)\s{0,2}(?:[은는이가]\s{1,2}|[:=]\s{0,3}))(?!\[•)[!-~]{6,255}/g,
    keep: '$1',
  },
  {
    kind: 'address',
    expression: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.[A-Za-z]{2,24}/gu,
  },
  { kind: 'phone', expression: /(?<![\w.-])01[016-9][-. ]?\d{3,4}[-. ]?\d{4}(?![\w-])/g },
  { kind: 'phone', expression: /(?<![\w.-])0(?:2|[3-6]\d|70|50\d)[-)] ?\d{3,4}-\d{4}(?![\w-])/g },
  { kind: 'phone', expression: /(?<![\w.-])1[56]\d{2}-\d{4}(?![\w-])/g },
  { kind: 'phone', expression: /(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?![\w-])/g },
  { kind: 'phone', expression: /(?<![\w.])\+\d{1,3}[-. ]?\(?\d{1,4}\)?(?:[-. ]?\d{2,4}){2,4}(?![\w-])/g },
]

/** A text without what looks like secrets, addresses of persons and telephone numbers, and which of them it had. */
export function redact(text: string): { readonly text: string; readonly kinds: readonly RedactedKind[] } {
  const kinds = new Set<RedactedKind>()
  let clean = text
  for (const { kind, expression, keep } of patterns) {
    clean = clean.replace(expression, (whole, kept: unknown) => {
      kinds.add(kind)
      const before = keep === undefined || typeof kept !== 'string' ? '' : kept
      return `${before}${redacted}${whole.endsWith('@') && keep !== undefined ? '@' : ''}`
    })
  }
  return { text: clean, kinds: [...kinds].sort() }
}
