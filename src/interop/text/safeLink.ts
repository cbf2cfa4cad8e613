/** An address that a page may link to: http or https, without a user's name and password in it. Else undefined. */
export function safeLink(address: string | null | undefined): string | undefined {
  if (typeof address !== 'string' || address.length > 2000) return undefined
  try {
    const url = new URL(address)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
    if (url.username !== '' || url.password !== '') return undefined
    return url.href
  } catch {
    return undefined
  }
}
