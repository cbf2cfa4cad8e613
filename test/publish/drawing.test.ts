/** `manil draw`: one SVG that needs nothing else, in which every component stands as the run has it at that time. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openSession } from '../../src/assess/session.js'
import { levelAt } from '../../src/engine/levels.js'
import { loadCase } from '../../src/files/loadCase.js'
import { drawCase } from '../../src/publish/drawing/drawCase.js'
import { pictureStyle } from '../../src/publish/drawing/pictureStyle.js'

const text = `case: { title: A case, timezone: UTC, start: 2026-01-01 00:00 }
components:
  here: { kind: site }
  power: { kind: utility }
  feed: { kind: ups, in: here, needs: power, holdup: 10m }
  hosts: { kind: hosts, in: here, count: 4, needs: feed, recovery: { takes: 20m, batch: 1 } }
  tool: { kind: tool, in: here, needs: feed }
  second: { kind: generator, initial: absent }
  shop: { kind: service, needs: hosts >= 3 and tool }
events:
  lost: { at: +1h, cut: [power] }
  back: { at: +2h, release: [power] }
ifs:
  generator: { title: A generator, components: { feed: { needs: power or second }, second: { initial: up } } }
`

function opened() {
  const { document } = loadCase('a', [{ path: 'case.yaml', text }])
  const session = openSession(document!)
  if (!('compiled' in session)) throw new Error('The case does not run.')
  return session
}

async function drawn(
  minutes: number | null,
  ifs: readonly string[] = [],
  ground: 'light' | 'dark' = 'light',
) {
  const session = opened()
  const { document, compiled } = session.with(ifs)
  const timeMs = minutes === null ? null : minutes * 60_000
  const svg = await drawCase({
    caseId: 'a',
    asItWas: session.document,
    document,
    compiled,
    timeMs,
    language: 'en',
    ground,
    title: 'A <case>',
  })
  return svg!
}

function statesIn(svg: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, state, id] of svg.matchAll(/data-s="(\w+)" data-component="([^"]+)"/g)) found[id!] = state!
  return found
}

it.each([null, 0, 65, 90, 141, 200])('shows how things stand at minute %s', async minutes => {
  const session = opened()
  const { ids, main } = session.compiled
  const states = statesIn(await drawn(minutes))
  expect(Object.keys(states).sort()).toEqual([...ids].sort())
  for (const [index, id] of ids.entries()) {
    if (id === 'second') continue
    const level = levelAt(session.baseline(), index, (minutes ?? 0) * 60_000)
    const { count } = main.system.components[index]!
    expect([id, states[id]]).toEqual([id, level === 0 ? 'down' : level < count ? 'impaired' : 'up'])
  }
})

it('is one file that is sound, asks for nothing, and is the same each time', async () => {
  const svg = await drawn(90)
  expect(svg).toBe(await drawn(90))
  expect(svg.startsWith('<?xml')).toBe(true)
  expect(svg).toContain('<title>A &lt;case&gt;</title>')
  const withoutFont = svg.replace(/url\(data:[^)]*\)/g, '')
  expect(withoutFont).not.toMatch(/var\(--|url\(|https?:(?!\/\/www\.w3\.org\/2000\/svg)|@import|@media/)
  expect(withoutFont).not.toContain('undefined')
})

it('frames what ifs change, and draws what they add', async () => {
  const without = statesIn(await drawn(90))
  const svg = await drawn(90, ['generator'])
  expect([without.shop, statesIn(svg).shop]).toEqual(['down', 'up'])
  expect(statesIn(svg).second).toBe('up')
  expect(svg.match(/class="changed"/g)?.length).toBeGreaterThanOrEqual(4)
  expect(await drawn(null)).not.toContain('class="changed"')
})

it('takes from the style of the page what the picture needs, for one ground', () => {
  const sheet = readFileSync(
    fileURLToPath(new URL('../../src/view/page/tokens.css', import.meta.url)),
    'utf8',
  )
  const picture = '.replay .cell{fill:var(--paper)}.other{x:y}@media (max-width:9px){.replay .cell{fill:red}}'
  const light = pictureStyle(sheet + picture, 'light')
  const dark = pictureStyle(sheet + picture, 'dark')
  expect(light).toEqual({ style: '.replay .cell{fill:#fffefb}', paper: '#fffefb' })
  expect(dark).toEqual({ style: '.replay .cell{fill:#141518}', paper: '#141518' })
})
