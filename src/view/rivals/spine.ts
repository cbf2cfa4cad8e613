import { textWidth } from '../../layout/textWidth.js'

/** What stands beside the spine: a time, and the text in a column of a width. Heights are estimated, never too small. */
export interface Label {
  readonly key: string
  readonly atMs: number
  readonly toMs: number
  readonly heightPx: number
}

/** A label in its place: its tick on the spine is to scale, its text stands as near to it as the others allow. */
export interface PlacedLabel extends Label {
  readonly tickPx: number
  readonly topPx: number
}

const GAP_PX = 14

/**
 * Places the labels of one side below each other. Each wants its first line at its tick; where two would meet, they are moved
 * apart by the least squares (pools of neighbours keep their common mean), so that no data can make them overlap.
 */
export function placeLabels(
  labels: readonly Label[],
  tick: (ms: number) => number,
  firstLinePx: number,
): PlacedLabel[] {
  const sorted = [...labels].sort((a, b) => a.atMs - b.atMs)
  interface Pool {
    wanted: number
    heightPx: number
    members: Label[]
    topPx: number
  }
  const pools: Pool[] = []
  for (const label of sorted) {
    const top = tick(label.atMs) - firstLinePx
    pools.push({ wanted: top, heightPx: label.heightPx + GAP_PX, members: [label], topPx: top })
    for (let last = pools.length - 1; last > 0; last--) {
      const below = pools[last]!
      const above = pools[last - 1]!
      if (above.topPx + above.heightPx <= below.topPx) break
      const weight = above.members.length
      const wanted =
        (above.wanted * weight + (below.wanted - above.heightPx) * below.members.length) /
        (weight + below.members.length)
      pools.splice(last - 1, 2, {
        wanted,
        heightPx: above.heightPx + below.heightPx,
        members: [...above.members, ...below.members],
        topPx: Math.max(0, wanted),
      })
    }
  }
  return pools.flatMap(pool => {
    let topPx = Math.max(0, pool.topPx)
    return pool.members.map(label => {
      const placed = { ...label, tickPx: tick(label.atMs), topPx }
      topPx += label.heightPx + GAP_PX
      return placed
    })
  })
}

/** Lowest edge of placed labels. */
export function lowestPx(labels: readonly PlacedLabel[]): number {
  return Math.max(0, ...labels.map(({ topPx, heightPx }) => topPx + heightPx))
}

/** Height of a text in a column: more lines than a browser will need, never fewer. */
export function textHeightPx(text: string, widthPx: number, sizePx: number, lineHeight: number): number {
  const words = text.split(/\s+/)
  let lines = 1
  let used = 0
  for (const word of words) {
    const width = textWidth(`${word} `, sizePx)
    if (used > 0 && used + width > widthPx) {
      lines++
      used = 0
    }
    const over = Math.floor(width / widthPx)
    lines += over
    used += width - over * widthPx
  }
  return Math.ceil(lines * sizePx * lineHeight)
}
