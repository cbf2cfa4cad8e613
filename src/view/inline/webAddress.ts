/** An address that a reader may follow: http, https or mailto. Null for anything else. */
export function webAddress(text: string | undefined): string | null {
  if (text === undefined) return null
  return /^(https?:\/\/|mailto:)/i.test(text.trim()) ? text.trim() : null
}
