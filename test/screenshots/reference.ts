import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compareScreens, type Difference, type ScreenPart } from './compareScreens.js'
import { writePng } from './png.js'
import type { TakenPart } from './takeScreens.js'
import { drawTiles, readTiles, writeTiles } from './tiles.js'

const folder = fileURLToPath(new URL('reference', import.meta.url))

/** Cases whose screens are kept. */
export function keptCases(): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

/**
 * Set by `npm run screenshots`, which takes what is there as how it should look: references are written anew, and pictures of
 * the pages into the folder named; empty for none.
 */
export const writeInto = process.env.MANIL_SCREENSHOTS

/** Parts of a page as text: `== name`, then the tiles. */
export function writeParts(parts: readonly ScreenPart[]): string {
  return `${parts.flatMap(({ name, tiles }) => [`== ${name}`, ...writeTiles(tiles)]).join('\n')}\n`
}

/** Reads what `writeParts` wrote. */
export function readParts(text: string): readonly ScreenPart[] {
  return text
    .split(/^== /m)
    .slice(1)
    .map(part => {
      const [name, ...lines] = part.trimEnd().split('\n')
      return { name: name!, tiles: readTiles(lines) }
    })
}

/**
 * Holds the parts of a page against what is committed for `name`, and gives in words where they differ and where pictures of both
 * lie; empty where they do not. Under `npm run screenshots` they become what is committed.
 */
export function differencesFromReference(name: string, parts: readonly TakenPart[]): string {
  const file = join(folder, `${name}.txt`)
  if (writeInto !== undefined) {
    write(file, writeParts(parts))
    return ''
  }
  if (!existsSync(file)) return `${name} has no reference: look at the page, then \`npm run screenshots\`.`
  const reference = readParts(readFileSync(file, 'utf8'))
  const differences = compareScreens(reference, parts)
  return differences.length === 0 ? '' : told(name, differences, reference, parts)
}

function told(
  name: string,
  differences: readonly Difference[],
  reference: readonly ScreenPart[],
  parts: readonly TakenPart[],
): string {
  const pictures = mkdtempSync(join(tmpdir(), 'manil-screens-'))
  for (const { part, tiles } of differences) {
    const before = reference.find(one => one.name === part)
    const now = parts.find(one => one.name === part)
    const marked = new Set(tiles)
    if (before) write(join(pictures, `${part}.reference.png`), writePng(drawTiles(before.tiles, marked)))
    if (now) {
      write(join(pictures, `${part}.now.png`), writePng(now.pixels))
      write(join(pictures, `${part}.now-as-tiles.png`), writePng(drawTiles(now.tiles, marked)))
    }
  }
  const lines = differences.map(({ part, what }) => `  ${part}: ${what}`)
  return [
    `${name} does not look as it did:`,
    ...lines,
    `Pictures: ${pictures}. If it should look so: npm run screenshots.`,
  ].join('\n')
}

function write(file: string, contents: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, contents)
}
