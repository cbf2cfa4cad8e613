/**
 * Whether a key belongs to an input method that is still composing a syllable. Enter then ends the composition and nothing
 * else; Safari tells of it only by key code 229.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229
}
