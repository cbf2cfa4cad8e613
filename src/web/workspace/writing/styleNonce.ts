/** What the page's policy asks of styles that a script adds: the server writes it into the page. */
export function styleNonce(): { readonly nonce?: string } {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="manil-nonce"]')?.content
  return nonce === undefined ? {} : { nonce }
}
