/**
 * `manil replay` on small systems: what it prints is committed in `golden/`, in both languages, with what it gives to programs; how it
 * ends; and what it makes of systems that are too large, do not match, or are bound by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { matchLimits } from '../../src/assess/replay/matches.js'
import { command, inFolder } from './recordingEffects.js'

const cwd = fileURLToPath(new URL('./replay', import.meta.url))
const json = async (...args: string[]) => {
  const { status, output } = await command(['replay', ...args, '--json'], { cwd })
  return { status, answer: JSON.parse(output) }
}

describe.each(['ko', 'en'] as const)('in %s', language => {
  it.each([
    ['replay', ['fire.yaml', '--on', 'ours.yaml'], 1],
    ['replay-match', ['fire.yaml', '--on', 'ours.yaml', '--match', '3'], 1],
    ['replay-home', ['fire.yaml', '--on', 'fire.yaml'], 1],
    ['replay-bound', ['fire.yaml', '--on', 'ours.yaml', '--bind', 'power=west.ups', 'place=west'], 0],
  ] as const)('%s', async (name, args, ended) => {
    const { status, output, errors } = await command(['replay', ...args], { cwd, language })
    expect(errors).toBe('')
    expect(status).toBe(ended)
    for (const line of output.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(80)
    await expect(output).toMatchFileSnapshot(`golden/${language}/${name}.txt`)
  })

  it('says what it looked for where nothing matches', async () => {
    const { status, output, errors } = await command(['replay', 'fire.yaml', '--on', 'bare.yaml'], {
      cwd,
      language,
    })
    expect([status, output]).toEqual([2, ''])
    await expect(errors).toMatchFileSnapshot(`golden/${language}/replay-unmatched.txt`)
  })
})

it('gives programs the shape that docs/commands.md describes', async () => {
  const { status, answer } = await json('fire.yaml', '--on', 'ours.yaml')
  expect(status).toBe(1)
  await expect(`${JSON.stringify(answer, null, 1)}\n`).toMatchFileSnapshot('golden/replay.json')
})

it('ends with 2 and no matches where nothing matches, for programs too', async () => {
  const { status, answer } = await json('fire.yaml', '--on', 'bare.yaml')
  expect(status).toBe(2)
  expect(answer).toMatchObject({ holds: null, matches: [], unmatched: [{ role: 'power' }] })
})

it('refuses what cannot be meant', async () => {
  for (const args of [
    ['--bind', 'powr=west.ups'],
    ['--bind', 'power'],
    ['--bind', 'power=west.upss'],
    ['--match', '9'],
    ['--match', '0'],
  ]) {
    const { status, errors } = await command(['replay', 'fire.yaml', '--on', 'ours.yaml', ...args], { cwd })
    expect([args, status]).toEqual([args, 2])
    expect(errors).toMatch(/^error: /)
  }
})

it('runs no more matches than its limit on a system made to have many, and says so', async () => {
  await inFolder(async folder => {
    const supplies = Array.from({ length: 90 }, (_, place) => `  u${place}: { kind: ups, in: vast }\n`)
    const text = `case: { title: Vast, timezone: UTC, start: 2026-01-01 00:00 }
components:
  vast: { kind: site }
${supplies.join('')}  web: { kind: service, needs: "2 of (u1, u2, u3)" }
`
    writeFileSync(join(folder, 'vast.yaml'), text)
    writeFileSync(join(folder, 'fire.yaml'), readFileSync(join(cwd, 'fire.yaml')))
    const { output } = await command(['replay', 'fire.yaml', '--on', 'vast.yaml', '--json'], { cwd: folder })
    const answer = JSON.parse(output)
    expect(answer.matches).toHaveLength(matchLimits.matches)
    expect(answer.limit).toEqual({ name: 'matches', bound: matchLimits.matches })
    const told = await command(['replay', 'fire.yaml', '--on', 'vast.yaml'], { cwd: folder })
    expect(told.output).toContain(String(matchLimits.matches))
  })
})

it('writes one page that loads nothing, the same each time', async () => {
  await inFolder(async folder => {
    for (const name of ['fire.yaml', 'ours.yaml']) {
      writeFileSync(join(folder, name), readFileSync(join(cwd, name)))
    }
    const args = ['replay', 'fire.yaml', '--on', 'ours.yaml', '--lang', 'ko', '--out']
    for (const name of ['a.html', 'b.html']) await command([...args, name], { cwd: folder })
    const page = readFileSync(join(folder, 'a.html'), 'utf8')
    expect(page).toBe(readFileSync(join(folder, 'b.html'), 'utf8'))
    expect(page).toContain('창고의 불')
    expect(page).not.toMatch(/<script|src="(?!data:)|https?:/)
    expect((await command([...args, '.'], { cwd: folder })).status).toBe(2)
  })
})
