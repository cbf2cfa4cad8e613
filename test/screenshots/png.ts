import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A picture: three bytes a pixel (red, green, blue), line by line from the top. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Reads a PNG as browsers write screenshots: eight bits a channel, with or without alpha, not interlaced. */
export function readPng(file: Buffer): Pixels {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('This is no PNG.')
  let header: Buffer | null = null
  const pieces: Buffer[] = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const body = file.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') header = body
    if (type === 'IDAT') pieces.push(body)
    at += length + 12
  }
  const [width, height, depth, colour] = [
    header!.readUInt32BE(0),
    header!.readUInt32BE(4),
    header![8],
    header![9],
  ]
  if (depth !== 8 || (colour !== 2 && colour !== 6)) throw new Error(`PNG of ${depth} bits, colour ${colour}`)
  const channels = colour === 6 ? 4 : 3
  const lines = unfiltered(inflateSync(Buffer.concat(pieces)), width * channels, height, channels)
  const rgb = new Uint8Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      rgb[pixel * 3 + channel] = lines[pixel * channels + channel]!
    }
  }
  return { width, height, rgb }
}

/** Undoes the filters of PNG (section 9 of its specification): each line says how it was foretold from its neighbours. */
function unfiltered(data: Uint8Array, lineBytes: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(lineBytes * height)
  const none = new Uint8Array(lineBytes)
  for (let line = 0; line < height; line++) {
    const from = line * (lineBytes + 1) + 1
    const own = out.subarray(line * lineBytes, (line + 1) * lineBytes)
    const above = line === 0 ? none : out.subarray((line - 1) * lineBytes, line * lineBytes)
    own.set(data.subarray(from, from + lineBytes))
    unfilter(data[from - 1]!, own, above, channels)
  }
  return out
}

function unfilter(filter: number, own: Uint8Array, above: Uint8Array, channels: number): void {
  const { length } = own
  if (filter === 1) for (let at = channels; at < length; at++) own[at]! += own[at - channels]!
  if (filter === 2) for (let at = 0; at < length; at++) own[at]! += above[at]!
  if (filter < 3) return
  for (let at = 0; at < length; at++) {
    const left = at < channels ? 0 : own[at - channels]!
    const corner = at < channels ? 0 : above[at - channels]!
    own[at]! += filter === 3 ? (left + above[at]!) >> 1 : nearest(left, above[at]!, corner)
  }
}

/** Paeth's guess: which neighbour is nearest to left + up − corner. */
function nearest(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner)
  const toUp = Math.abs(left - corner)
  const toCorner = Math.abs(left + up - 2 * corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** Writes a picture as a PNG. */
export function writePng({ width, height, rgb }: Pixels): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const lines = Buffer.alloc(height * (width * 3 + 1))
  for (let line = 0; line < height; line++) {
    lines.set(rgb.subarray(line * width * 3, (line + 1) * width * 3), line * (width * 3 + 1) + 1)
  }
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...chunks])
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(body.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
