/**
 * Whatever is wrong with a case is told with its place and what to do, in both languages, with the exit status that was
 * promised, all at once, and never with a stack trace.
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, inFolder, type Recorded } from './recordingEffects.js'

const head = 'case: { title: T, timezone: Asia/Seoul, start: 2026-03-02 08:00, horizon: 1d }\n'
const parts = 'components:\n  feed: { kind: feed }\n  hosts: { kind: hosts, count: 4, needs: feed }\n'
const events = 'events:\n  out: { at: +10m, cut: [feed] }\n'

/** What is wrong; the files; what the message must name. */
const wrong: readonly (readonly [string, Readonly<Record<string, string | Uint8Array>>, RegExp])[] = [
  ['a file that is not YAML', { 'case.yaml': 'case: [open\nb: }' }, /case\.yaml:\d+:\d+/],
  ['a tab', { 'case.yaml': 'case:\n\ttitle: T\n' }, /case\.yaml:2:\d+[\s\S]*([Tt]ab|탭)/],
  [
    'one id twice in a file',
    { 'case.yaml': `${head}components:\n  a: { kind: feed }\n  a: { kind: feed }\n` },
    /case\.yaml:4:3[\s\S]*case\.yaml:3/,
  ],
  [
    'one id twice in two files',
    {
      'a.yaml': `${head}components: { a: { kind: feed } }\n`,
      'b.yaml': 'components: { a: { kind: feed } }\n',
    },
    /b\.yaml:1[\s\S]*a\.yaml:2/,
  ],
  [
    'an unknown key',
    { 'case.yaml': `${head}components: { a: { kind: feed, neds: b } }\n` },
    /neds[\s\S]*needs/,
  ],
  [
    'an unknown id',
    { 'case.yaml': `${head}components: { feed: { kind: feed }, b: { kind: tool, needs: fed } }\n` },
    /fed[\s\S]*feed/,
  ],
  [
    'what stands in itself',
    { 'case.yaml': `${head}components: { a: { kind: room, in: b }, b: { kind: room, in: a } }\n` },
    /\ba\b[\s\S]*\bb\b/,
  ],
  [
    '`not` in needs',
    { 'case.yaml': `${head}components: { a: { kind: feed }, b: { kind: tool, needs: not a } }\n` },
    /not/,
  ],
  [
    'hosts without how many',
    { 'case.yaml': `${head}${parts}  app: { kind: service, needs: hosts }\n${events}` },
    /hosts[\s\S]*%/,
  ],
  [
    'a percentage over 100',
    { 'case.yaml': `${head}${parts}  app: { kind: service, needs: hosts >= 140% }\n${events}` },
    /140/,
  ],
  [
    'a batch of 0',
    {
      'case.yaml': `${head}components: { h: { kind: hosts, count: 4, recovery: { takes: 5m, batch: 0 } } }\n`,
    },
    /case\.yaml:2[\s\S]*batch/,
  ],
  [
    'a negative duration',
    { 'case.yaml': `${head}components: { h: { kind: ups, holdup: -5m } }\n` },
    /case\.yaml:2[\s\S]*-5m/,
  ],
  [
    'an unknown time zone',
    { 'case.yaml': 'case: { title: T, timezone: Asia/Seul, start: 2026-03-02 08:00 }\n' },
    /Asia\/Seul/,
  ],
  [
    'a time that summer time skips',
    { 'case.yaml': 'case: { title: T, timezone: Europe/Berlin, start: 2026-03-29 02:30 }\n' },
    /2026-03-29 02:30/,
  ],
  [
    'an event before the start',
    { 'case.yaml': `${head}${parts}events: { out: { at: 2026-03-02 07:00, cut: [feed] } }\n` },
    /07:00|out/,
  ],
  [
    'an event after itself',
    { 'case.yaml': `${head}${parts}events: { out: { after: out, delay: 1m, cut: [feed] } }\n` },
    /out/,
  ],
  [
    'an unquoted comma in { }',
    { 'case.yaml': `${head}${parts}  app: { kind: service, needs: 1 of (feed, hosts >= 2) }\n` },
    /case\.yaml:5/,
  ],
  ['a huge file', { 'case.yaml': 'a'.repeat(50_000_000) }, /case\.yaml/],
  ['an alias bomb', { 'case.yaml': `${head}${bomb()}` }, /case\.yaml/],
  [
    'a binary file',
    { 'case.yaml': Uint8Array.from({ length: 4000 }, (_none, at) => (at * 37) % 256) },
    /case\.yaml/,
  ],
  [
    'an id that JavaScript has taken',
    { 'case.yaml': `${head}components: { __proto__: { kind: feed } }\n` },
    /__proto__/,
  ],
  [
    'a loop in no time',
    {
      'case.yaml': `${head}components:
  feed: { kind: feed }
  endless: { kind: hosts, count: 1000000, needs: feed, recovery: { batch: 1 } }
events:
  out: { at: +1m, cut: [feed] }
  back: { at: +2m, release: [feed] }
`,
    },
    /endless/,
  ],
]

function bomb(): string {
  const lines = ['quantities:', '  a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
  for (let level = 1; level < 12; level++) {
    const before = `*a${level - 1}`
    lines.push(`  a${level}: &a${level} [${Array.from({ length: 10 }, () => before).join(', ')}]`)
  }
  return `${lines.join('\n')}\n`
}

function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  mkdirSync(join(folder, 'my-case'), { recursive: true })
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(folder, 'my-case', name), contents)
}

function expectNoStackTrace({ output, errors }: Recorded): void {
  expect(output + errors).not.toMatch(/^\s+at .*[.:]\d+/m)
  expect(output + errors).not.toContain('[object Object]')
  expect(output + errors).not.toContain('undefined')
}

describe.each(wrong)('%s', (_what, files, names) => {
  it.each(['ko', 'en'] as const)('is told by check, in %s', async language => {
    await inFolder(async cwd => {
      write(cwd, files)
      const done = await command(['check', 'my-case'], { cwd, language })
      expectNoStackTrace(done)
      expect(done.output).toMatch(names)
      expect(done.status).toBe(1)
    })
  })

  it('has a code and a place for programs, and stops what cannot go on', async () => {
    await inFolder(async cwd => {
      write(cwd, files)
      const { output } = await command(['check', 'my-case', '--json'], { cwd })
      const { problems } = JSON.parse(output) as { problems: { code: string; file: string; line: number }[] }
      for (const { code, file } of problems) {
        expect(code).toMatch(/^[a-z][a-z0-9-]+$/)
        expect(file).toBeTypeOf('string')
      }
      const run = await command(['run', 'my-case', '--json'], { cwd })
      expect(run.status).toBe(2)
      const line = JSON.parse(run.output) as { case: string; errors: { code: string }[] }
      expect(line.case).toBe('my-case')
      expect(line.errors.length).toBeGreaterThan(0)
    })
  })
})

it('an empty folder is told', async () => {
  await inFolder(async cwd => {
    mkdirSync(join(cwd, 'my-case'))
    const done = await command(['check', 'my-case'], { cwd })
    expect(done.status).toBe(1)
    expectNoStackTrace(done)
  })
})

it('a folder that is not there ends with 2', async () => {
  await inFolder(async cwd => {
    const done = await command(['check', 'none'], { cwd })
    expect(done.status).toBe(2)
    expect(done.errors).toContain('none')
  })
})

it('a symbolic link out of the folder is refused, and nothing behind it is read', async () => {
  await inFolder(async cwd => {
    write(cwd, { 'case.yaml': `${head}${parts}${events}` })
    writeFileSync(join(cwd, 'secret.yaml'), 'secret-of-another: 1\n')
    symlinkSync(join(cwd, 'secret.yaml'), join(cwd, 'my-case', 'link.yaml'))
    const done = await command(['check', 'my-case'], { cwd })
    expect(done.status).toBe(1)
    expect(done.output).toContain('link.yaml')
    expect(done.output).not.toContain('secret-of-another')
  })
})

it('two ifs that set one field differently cannot be combined, and both are named', async () => {
  await inFolder(async cwd => {
    write(cwd, {
      'case.yaml': `${head}${parts}  app: { kind: service, needs: hosts >= 50% }
${events}ifs:
  longer: { title: Longer, components: { hosts: { holdup: 1h } } }
  longest: { title: Longest, components: { hosts: { holdup: 2h } } }
`,
    })
    const done = await command(['if', 'my-case', 'longer', 'longest'], { cwd })
    expect(done.status).toBe(2)
    expect(done.errors).toMatch(/longer[\s\S]*longest/)
    expectNoStackTrace(done)
  })
})

it('all mistakes are told at once', async () => {
  await inFolder(async cwd => {
    write(cwd, {
      'case.yaml': `${head}components:
  a: { kind: feed, neds: b }
  b: { kind: tool, needs: cc }
  c: { kind: ups, holdup: -1m }
`,
    })
    const { output } = await command(['check', 'my-case', '--json'], { cwd })
    expect((JSON.parse(output) as { errors: number }).errors).toBeGreaterThanOrEqual(3)
  })
})

it('a component named constructor is as good as any', async () => {
  await inFolder(async cwd => {
    write(cwd, {
      'case.yaml': `${head}components:
  constructor: { kind: feed }
  toString: { kind: service, needs: constructor }
events: { out: { at: +10m, cut: [constructor] } }
`,
    })
    const done = await command(['run', 'my-case', '--json'], { cwd })
    expect(done.status).toBe(0)
    const { changes } = JSON.parse(done.output) as { changes: unknown[] }
    expect(changes).toEqual([
      { t: 600_000, component: 'constructor', level: 0 },
      { t: 600_000, component: 'toString', level: 0 },
    ])
  })
})

it('nothing in a case can command the terminal', async () => {
  await inFolder(async cwd => {
    write(cwd, {
      'case.yaml': `case: { title: "T\\e]0;owned\\a", timezone: Asia/Seoul, start: 2026-03-02 08:00 }
components: { a: { kind: service, title: "\\e[2J\\u202E" } }
events: { out: { at: +1m, title: "\\e[31m", cut: [a] } }
`,
      'more.yaml': 'facts: { x: { at: 2026-03-02 08:00, text: t, "\\e[1m": 1 } }\n',
    })
    const broken = await command(['check', 'my-case'], { cwd })
    expect(broken.status).toBe(1)
    write(cwd, { 'more.yaml': '' })
    const commands = [
      ['run'],
      ['check'],
      ['path', 'a'],
      ['why', 'a', '--at', '+5m'],
      ['drill', '--lose', 'a'],
    ]
    const done = [broken]
    for (const [name = '', ...rest] of commands) done.push(await command([name, 'my-case', ...rest], { cwd }))
    for (const { output, errors } of done) {
      expect(output + errors).not.toContain('\u001b')
      expect(output + errors).not.toContain('\u0007')
      expect(output + errors).not.toContain('\u202e')
    }
  })
})
