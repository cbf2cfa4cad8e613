import type { ImportFormat } from './draft.js'

/**
 * The key of a draft: its format, and 64 bits mixed from what identifies its original. Two runs of the 32-bit
 * Fowler-Noll-Vo hash (1a) from different beginnings, each stirred at the end. It names, it does not protect: whoever
 * wants to can make two originals with one key, and only loses the second of their own messages by it.
 */
export function draftKey(format: ImportFormat, identity: string): string {
  let first = 0x811c9dc5
  let second = 0x9747b28c
  for (let index = 0; index < identity.length; index++) {
    const unit = identity.charCodeAt(index)
    first = Math.imul(first ^ unit, 0x01000193)
    second = Math.imul(second ^ ((unit << 5) | (unit >>> 11)), 0x01000193)
  }
  return `${format}-${hex(stirred(first ^ identity.length))}${hex(stirred(second + first))}`
}

function stirred(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}

const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0')
