/**
 * Archives are unpacked within limits whatever their headers say, and nothing in them reaches outside: made by hand here, byte
 * by byte where a writer of archives would refuse to.
 */
import { deflateSync, strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../../src/interop/archive/crc32.js'
import { readArchive } from '../../src/interop/archive/readArchive.js'
import { importLimits } from '../../src/interop/importLimits.js'

interface Made {
  readonly name: string | Uint8Array
  readonly data: Uint8Array
  readonly method?: number
  readonly flags?: number
  readonly mode?: number
  /** What the headers say; the truth where it is left out. */
  readonly size?: number
  readonly crc?: number
}

/** A zip file with exactly these entries. */
function zip(entries: readonly Made[]): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  const header = (bytes: number, fields: readonly (readonly [number, number, 2 | 4])[]) => {
    const view = new DataView(new ArrayBuffer(bytes))
    for (const [offset, value, size] of fields) {
      if (size === 2) view.setUint16(offset, value, true)
      else view.setUint32(offset, value, true)
    }
    return new Uint8Array(view.buffer)
  }
  for (const { name, data, method = 8, flags = 0, mode = 0, size, crc } of entries) {
    const named = typeof name === 'string' ? strToU8(name) : name
    const packed = method === 8 ? deflateSync(data) : data
    const common = [crc ?? crc32(data), packed.length, size ?? data.length] as const
    const local = header(30, [
      [0, 0x04034b50, 4],
      [6, flags, 2],
      [8, method, 2],
      [14, common[0], 4],
      [18, common[1], 4],
      [22, common[2], 4],
      [26, named.length, 2],
    ])
    directory.push(
      header(46, [
        [0, 0x02014b50, 4],
        [4, 0x0300 | 20, 2],
        [8, flags, 2],
        [10, method, 2],
        [16, common[0], 4],
        [20, common[1], 4],
        [24, common[2], 4],
        [28, named.length, 2],
        [38, (mode << 16) >>> 0, 4],
        [42, at, 4],
      ]),
      named,
    )
    parts.push(local, named, packed)
    at += local.length + named.length + packed.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = header(22, [
    [0, 0x06054b50, 4],
    [8, entries.length, 2],
    [10, entries.length, 2],
    [12, size, 4],
    [16, at, 4],
  ])
  return Uint8Array.from([...parts, ...directory, end].flatMap(part => [...part]))
}

const names = (bytes: Uint8Array, limits = {}) => {
  const { input, notes } = readArchive(bytes, 'a.zip', { ...importLimits, ...limits })
  return { paths: input.files.map(({ path }) => path), codes: notes.map(({ code }) => code) }
}

describe('what is in order', () => {
  it('gives every file of an archive as another program makes it', () => {
    const bytes = zipSync({ 'a/b.json': strToU8('[]'), 'c.txt': [strToU8('stored'), { level: 0 }] })
    const { input, notes } = readArchive(bytes, 'a.zip')
    expect(notes).toEqual([])
    expect(input.files.map(({ path, bytes: inside }) => [path, new TextDecoder().decode(inside)])).toEqual([
      ['a/b.json', '[]'],
      ['c.txt', 'stored'],
    ])
  })

  it('reads names that Korean Windows wrote', () => {
    const euc = Uint8Array.from([0xc0, 0xe5, 0xbe, 0xd6, 0x2e, 0x6a, 0x73, 0x6f, 0x6e])
    expect(names(zip([{ name: euc, data: strToU8('[]') }])).paths).toEqual(['장애.json'])
  })
})

describe('bombs', () => {
  const zeros = new Uint8Array(3_000_000)

  it('stops where an entry goes beyond its limit, whatever size its header says', () => {
    const bytes = zip([{ name: 'bomb', data: zeros, size: 10 }])
    expect(bytes.length).toBeLessThan(10_000)
    expect(names(bytes, { entryBytes: 1_000_000 })).toEqual({ paths: [], codes: ['archive-bomb'] })
  })

  it('stops where all entries together go beyond theirs', () => {
    const bytes = zip(['a', 'b', 'c'].map(name => ({ name, data: zeros })))
    expect(names(bytes, { unpackedBytes: 8_000_000 })).toEqual({ paths: [], codes: ['archive-bomb'] })
    expect(names(bytes, { unpackedBytes: 9_000_000 }).paths).toEqual(['a', 'b', 'c'])
  })

  it('refuses too many entries, and too large an archive, before anything is unpacked', () => {
    const bytes = zip(['a', 'b', 'c'].map(name => ({ name, data: strToU8(name) })))
    expect(names(bytes, { archiveEntries: 2 }).codes).toEqual(['archive-too-many-entries'])
    expect(names(bytes, { archiveBytes: 50 }).codes).toEqual(['archive-too-large'])
  })

  it('opens no archive within an archive', () => {
    const bytes = zip([
      { name: 'inner.zip', data: zipSync({ a: zeros }) },
      { name: 'a', data: strToU8('x') },
    ])
    expect(names(bytes)).toEqual({ paths: ['a'], codes: ['archive-nested'] })
  })
})

describe('names and kinds', () => {
  const data = strToU8('{}')

  it.each(['../up', 'a/../../up', '/etc/passwd', 'C:\\windows', '..\\up', 'a\u0000b', '//host/share'])(
    'leaves out %j',
    name => {
      expect(
        names(
          zip([
            { name, data },
            { name: 'good', data },
          ]),
        ),
      ).toEqual({ paths: ['good'], codes: ['archive-unsafe-name'] })
    },
  )

  it('leaves out links, entries under a password, unknown methods; of two of one name the first counts', () => {
    expect(names(zip([{ name: 'l', data: strToU8('/etc/passwd'), mode: 0o120777 }])).codes).toEqual([
      'archive-link',
    ])
    expect(names(zip([{ name: 's', data, flags: 1 }])).codes).toEqual(['archive-encrypted'])
    expect(names(zip([{ name: 'm', data, method: 12 }])).codes).toEqual(['archive-method'])
    const { input, notes } = readArchive(
      zip([
        { name: 'a', data: strToU8('1') },
        { name: './a', data: strToU8('2') },
      ]),
      'a.zip',
    )
    expect(input.files.map(({ bytes }) => bytes)).toEqual([strToU8('1')])
    expect(notes.map(({ code }) => code)).toEqual(['archive-duplicate'])
  })

  it('says what is damaged, and what is no archive', () => {
    expect(names(zip([{ name: 'a', data, crc: 1 }])).codes).toEqual(['archive-damaged'])
    expect(names(strToU8('PK nothing')).codes).toEqual(['archive-unreadable'])
    expect(names(zipSync({})).codes).toEqual(['archive-empty'])
    const whole = zip([{ name: 'a', data }])
    for (let cut = 0; cut < whole.length; cut++) expect(names(whole.slice(0, cut)).paths).toEqual([])
  })
})
