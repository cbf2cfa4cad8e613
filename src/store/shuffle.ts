import type { StoreContext } from './context.js'

/** The entries in random order, every order equally likely (Fisher and Yates, as by Durstenfeld 1964). */
export function shuffled<T>({ randomBytes }: Pick<StoreContext, 'randomBytes'>, entries: readonly T[]): T[] {
  const result = [...entries]
  for (let last = result.length - 1; last > 0; last--) {
    const other = randomBelow(randomBytes, last + 1)
    const entry = result[last]!
    result[last] = result[other]!
    result[other] = entry
  }
  return result
}

/** A whole number from 0 to below `bound`, each equally likely: numbers of an incomplete last round are drawn again. */
function randomBelow(randomBytes: (count: number) => Uint8Array, bound: number): number {
  const whole = 2 ** 32 - (2 ** 32 % bound)
  for (;;) {
    const bytes = randomBytes(4)
    const drawn = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)
    if (drawn < whole) return drawn % bound
  }
}
