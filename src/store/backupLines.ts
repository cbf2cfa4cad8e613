/** The longest line of a backup that is read, bytes: some times the greatest attachment. */
const lineBytes = 256_000_000

/** The lines of a text that comes in pieces, without their ends. A line beyond the limit throws. */
export async function* backupLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let begun: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    let from = 0
    for (let end = piece.indexOf(0x0a); end >= 0; end = piece.indexOf(0x0a, from)) {
      begun.push(piece.subarray(from, end))
      yield Buffer.concat(begun).toString()
      begun = []
      length = 0
      from = end + 1
    }
    begun.push(piece.subarray(from))
    length += piece.length - from
    if (length > lineBytes) throw new RangeError(`A line is longer than ${lineBytes} bytes.`)
  }
  if (length > 0) yield Buffer.concat(begun).toString()
}
