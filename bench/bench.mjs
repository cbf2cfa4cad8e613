// `npm run bench`: how fast it is, as a table. See README.md here.

import { deepStrictEqual } from 'node:assert'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { calibration } from './calibration.mjs'
import { caseFiles, engineSystem, generatedSystem } from './generatedSystem.mjs'
import { pageTimes } from './pageOnce.mjs'
import { pins, processRun } from './processRun.mjs'
import { workspaceTimes } from './workspaceOnce.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const here = name => join(root, 'bench', name)
const { only, runs, sizes } = options(process.argv.slice(2))
const commandColumns = ['wall s', 'min', 'CPU s', 'peak MB']

if (!existsSync(join(root, 'dist', 'command', 'main.js'))) {
  console.error('Nothing is built yet. Run: npm run build')
  process.exit(2)
}
printMachine()
if (wants('engine')) await benchEngine()
if (wants('text')) await benchText()
if (wants('cases')) await benchCases()
if (wants('page')) await benchPage()
if (wants('workspace')) await benchWorkspace()
console.log(`load after: ${load()}`)

/** The engine alone; each run in a process of its own, so that nothing is warm. */
async function benchEngine() {
  title(
    `Engine alone, on ${pins ? 'one processor' : 'all processors'}: one of three sites lost and recovered`,
  )
  const columns = [
    'components',
    'needs',
    'lost',
    'changes',
    'wall s',
    'min',
    'CPU s',
    'changes/s',
    'run MB',
    'peak MB',
    'CPU ×',
  ]
  const rows = []
  let before = null
  for (const size of sizes.flatMap(each => [each / 2, each])) {
    const found = []
    for (let run = 0; run < runs; run++) {
      const { output } = await processRun(['--expose-gc', here('engineOnce.mjs'), String(size)], {
        pinned: true,
      })
      found.push(JSON.parse(output))
    }
    const of = name => median(found.map(each => each[name]))
    const cpuMs = of('cpuMs')
    rows.push([
      number(of('components')),
      number(of('needs')),
      number(of('lost')),
      number(of('changes')),
      seconds(of('wallMs')),
      seconds(Math.min(...found.map(each => each.wallMs))),
      seconds(cpuMs),
      number(Math.round((of('changes') / cpuMs) * 1000)),
      megabytes(of('runBytes')),
      megabytes(of('peakBytes')),
      before === null || before.size * 2 !== size ? '' : (cpuMs / before.cpuMs).toFixed(2),
    ])
    before = { size, cpuMs }
  }
  print(columns, rows)
}

/** From the text of a case: `manil check` and `manil run` as whole processes. */
async function benchText() {
  title('From YAML text, whole processes')
  const folder = mkdtempSync(join(tmpdir(), 'manil-bench-'))
  const rows = []
  try {
    for (const size of sizes) {
      const system = generatedSystem(size)
      const files = caseFiles(system)
      if (size === sizes[0]) await holdAgainstEngine(system, files)
      const place = join(folder, String(size))
      mkdirSync(place)
      for (const { path, text } of files) writeFileSync(join(place, path), text)
      const text = files.reduce((sum, each) => sum + each.text.length, 0)
      for (const command of ['check', 'run']) {
        rows.push([number(size), megabytes(text), command, ...(await commandRow(command, place))])
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  print(['components', 'text MB', 'command', ...commandColumns], rows)
}

/** The text and the system in memory are the same system. */
async function holdAgainstEngine(rows, files) {
  const { loadCase } = await import('../dist/files/loadCase.js')
  const { limits } = await import('../dist/model/limits.js')
  const { compiled } = loadCase('generated', files, { caseBytes: limits.ownCaseBytes })
  deepStrictEqual(compiled.main.system.components, engineSystem(rows).components)
}

async function benchCases() {
  title('Cases, whole processes')
  const rows = []
  for (const name of readdirSync(join(root, 'cases')).sort()) {
    const place = join(root, 'cases', name)
    if (!existsSync(join(place, 'case.yaml'))) continue
    for (const command of ['check', 'run']) rows.push([name, command, ...(await commandRow(command, place))])
  }
  print(['case', 'command', ...commandColumns], rows)
}

async function commandRow(command, place) {
  const found = []
  for (let run = 0; run < runs; run++) {
    const { output } = await processRun([here('commandOnce.mjs'), command, place])
    found.push(JSON.parse(output))
  }
  const of = name => median(found.map(each => each[name]))
  return [
    seconds(of('wallMs')),
    seconds(Math.min(...found.map(each => each.wallMs))),
    seconds(of('cpuMs')),
    megabytes(of('peakBytes')),
  ]
}

/** The published page of the largest case, in a browser. */
async function benchPage() {
  title('Page in Chromium: from choosing an if to the new picture')
  const folder = mkdtempSync(join(tmpdir(), 'manil-bench-'))
  try {
    await processRun([
      join(root, 'bin', 'manil.js'),
      'publish',
      join(root, 'cases', 'kakao-2022'),
      '--out',
      folder,
    ])
    const found = await pageTimes(join(folder, 'en.html'), 20)
    if (found === null) console.log('no browser found (CHROMIUM names one)')
    else {
      const rows = [
        ['first picture', milliseconds([found.firstMs])],
        ['if to picture', milliseconds(found.ifMs)],
      ]
      print(
        ['what', 'median ms', 'min', 'max'],
        rows.map(([what, times]) => [what, ...times]),
      )
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A case of many facts in the workspace. */
async function benchWorkspace() {
  const count = 10_000
  title(`Workspace in Chromium: the timeline of a case with ${number(count)} facts`)
  const found = await workspaceTimes(join(root, 'bin', 'manil.js'), count, runs)
  if (found === null) return console.log('no browser found (CHROMIUM names one)')
  const rows = [
    ['address to rows', ...milliseconds(found.openMs)],
    ['frame while scrolling', ...milliseconds(found.frameMs)],
  ]
  print(['what', 'median ms', 'min', 'max'], rows)
}

function printMachine() {
  const processors = cpus()
  console.log(
    `${processors.length} × ${processors[0]?.model.trim()}, ${megabytes(totalmem())} MB, Node ${process.versions.node}, ${process.platform}`,
  )
  console.log(`load before: ${load()}; medians of ${runs}`)
  console.log(`calibration: ${calibration()}`)
}

function options(args) {
  const given = name => args.find(arg => arg.startsWith(`--${name}=`))?.split('=')[1]
  return {
    only: given('only')?.split(',') ?? null,
    runs: Number(given('runs') ?? 5),
    sizes: (given('sizes') ?? '1000,10000,100000').split(',').map(Number),
  }
}

function wants(part) {
  return only === null || only.includes(part)
}

function title(text) {
  console.log(`\n${text}`)
}

function print(columns, rows) {
  const all = [columns, ...rows].map(row => row.map(String))
  const widths = columns.map((_, at) => Math.max(...all.map(row => row[at].length)))
  for (const row of all)
    console.log(
      row
        .map((cell, at) =>
          /^[\d.,]*$/.test(row[at]) || row === all[0] ? cell.padStart(widths[at]) : cell.padEnd(widths[at]),
        )
        .join('  '),
    )
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

function load() {
  return loadavg()
    .map(each => each.toFixed(1))
    .join(' ')
}

function number(value) {
  return value.toLocaleString('en-US')
}

function seconds(ms) {
  return (ms / 1000).toFixed(2)
}

function megabytes(bytes) {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)
}

function milliseconds(times) {
  return [median(times), Math.min(...times), Math.max(...times)].map(ms => ms.toFixed(1))
}
