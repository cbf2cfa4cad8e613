import { fidelityWords } from '../../words/fidelity/fidelityWords.js'
import { reportWords } from '../../words/report/reportWords.js'
import { type FactEntry, scenarioStart, worldClock } from '../facts/factEntry.js'
import { factTime } from '../facts/factTime.js'
import { IfNumber } from '../ifs/ifSwitch.js'
import type { Report } from '../report.js'
import { publisher, SourceLinks } from '../sources/sourceLinks.js'
import { type RivalGroup, rivalGroups } from './rivalGroups.js'
import { type Label, lowestPx, type PlacedLabel, placeLabels, textHeightPx } from './spine.js'
import { stakeOf } from './stake.js'

/** Rival claims: each set left and right of one spine of time, to scale, with the gap between them measured. */
export function Rivals({ report, entries }: { report: Report; entries: readonly FactEntry[] }) {
  const groups = rivalGroups(entries.filter(({ time }) => time !== null))
  if (groups.length === 0) return null
  return (
    <div class="rivals">
      {groups.map(group => (
        <Group key={group.left[0]?.id} report={report} group={group} />
      ))}
    </div>
  )
}

/** How wide a column of claims is and how its text is set: at 1120 px, and on a phone of 390 px. */
const FORMS = {
  wide: { columnPx: 350, sizePx: 15, bodyPx: 23, leaderPx: 100 },
  tall: { columnPx: 118, sizePx: 13.5, bodyPx: 21, leaderPx: 46 },
} as const
type Form = keyof typeof FORMS

function Group({ report, group }: { report: Report; group: RivalGroup }) {
  const words = reportWords(report.language).rivals
  const gap = gapOf(group)
  return (
    <figure class="rival-group" aria-label={words.figure(group.left.length + group.right.length)}>
      <h3>{titleOf(report, group)}</h3>
      <div class="rival-heads">
        <b>{claimants(report, group.left)}</b>
        <b>{claimants(report, group.right)}</b>
      </div>
      <Spine report={report} group={group} form="wide" />
      <Spine report={report} group={group} form="tall" />
      <figcaption>
        {words.scale} {gap !== null && words.hatched}
      </figcaption>
      <StakeBox report={report} group={group} />
    </figure>
  )
}

/** How much it matters to the model which claim holds. */
function StakeBox({ report, group }: { report: Report; group: RivalGroup }) {
  const words = reportWords(report.language).rivals
  const { model, clock } = report
  const stake = stakeOf(report, group)
  if (model === null || stake === null) return null
  const { most, taken, other, ifId } = stake
  const start = scenarioStart(report, 'main')
  return (
    <p class="stake">
      <b>{most === null ? words.noStake : words.stake(clock.duration(Math.abs(most.deltaMs)))}</b>{' '}
      {words.takes(factTime(report, taken, start))} {words.puts(factTime(report, other, start))}{' '}
      <IfNumber report={report} id={ifId} />
      {most === null
        ? '.'
        : `: ${words.becomes(
            report.title(most.component),
            clock.duration(most.before.downMs),
            clock.duration(most.after.downMs),
          )}`}{' '}
      <span class="src">{fidelityWords(report.language).short(model.fidelity)}</span>
    </p>
  )
}

/** Claims that exclude each other in time are named by their times and the gap; others by the time that they speak of. */
function titleOf(report: Report, group: RivalGroup): string {
  const words = reportWords(report.language).rivals
  const clock = worldClock(report)
  const gap = gapOf(group)
  const all = [...group.left, ...group.right]
  if (gap === null) {
    return words.sameTime(clock.span(Math.min(...all.map(startMs)), Math.max(...all.map(endMs))))
  }
  const first = all.find(entry => endMs(entry) === gap.fromMs)!
  const last = all.find(entry => startMs(entry) === gap.toMs)!
  const start = scenarioStart(report, 'main')
  return words.title(
    factTime(report, first, start),
    factTime(report, last, gap.fromMs),
    clock.duration(gap.toMs - gap.fromMs),
  )
}

/** Who says what stands on a side; without claimants the publishers of its sources. */
function claimants(report: Report, side: readonly FactEntry[]): string {
  const words = reportWords(report.language).rivals
  const said = side.flatMap(({ fact }) => fact['claimed-by'] ?? [])
  const names = [...new Set(said.map(claimant => report.text(claimant)))]
  if (names.length > 0) return words.says(names.join(', '))
  const sources = [...new Set(side.flatMap(({ fact }) => fact.sources ?? []))]
  const publishers = [...new Set(sources.map(id => publisher(report, id)))]
  return publishers.length === 0 || publishers.length > 2 ? words.others : publishers.join(', ')
}

function Spine({ report, group, form }: { report: Report; group: RivalGroup; form: Form }) {
  const { columnPx, sizePx, bodyPx, leaderPx } = FORMS[form]
  const clock = worldClock(report)
  const all = [...group.left, ...group.right]
  const ends = all.map(entry => endMs(entry))
  const from = Math.min(...all.map(startMs))
  const to = Math.max(...ends)
  const most = Math.max(group.left.length, group.right.length)
  const scalePx = from === to ? 0 : heightOf(to - from, most, gapOf(group) !== null) / (to - from)
  const tick = (ms: number) => bodyPx + (ms - from) * scalePx
  const labels = (side: readonly FactEntry[]): Label[] =>
    side.map(entry => ({
      key: entry.id,
      atMs: entry.atEpochMs,
      toMs: endMs(entry),
      heightPx:
        30 +
        textHeightPx(`${report.text(entry.fact.text)} ${sourcesText(report, entry)}`, columnPx, sizePx, 1.5),
    }))
  const left = placeLabels(labels(group.left), tick, 15)
  const right = placeLabels(labels(group.right), tick, 15)
  const heightPx = Math.max(lowestPx(left), lowestPx(right), tick(to) + bodyPx)
  const gap = gapOf(group)
  return (
    <div class={`spine ${form}`} style={{ height: `${Math.ceil(heightPx)}px` }}>
      <i class="axis" style={{ top: 0, height: `${tick(to) + bodyPx}px` }} />
      {gap !== null && (
        <span
          class="between"
          style={{ top: `${tick(gap.fromMs)}px`, height: `${tick(gap.toMs) - tick(gap.fromMs)}px` }}
        >
          {tick(gap.toMs) - tick(gap.fromMs) > 44 && (
            <b style={{ top: `${clearestPx(all, tick, gap)}px` }}>{clock.duration(gap.toMs - gap.fromMs)}</b>
          )}
        </span>
      )}
      {(
        [
          ['left', left],
          ['right', right],
        ] as const
      ).map(([side, placed]) =>
        placed.map(label => (
          <Claim
            key={label.key}
            report={report}
            entry={all.find(({ id }) => id === label.key)!}
            label={label}
            side={side}
            leaderPx={leaderPx}
            lengthPx={tick(label.toMs) - label.tickPx}
          />
        )),
      )}
    </div>
  )
}

interface ClaimProps {
  readonly report: Report
  readonly entry: FactEntry
  readonly label: PlacedLabel
  readonly side: 'left' | 'right'
  readonly leaderPx: number
  /** How far down the spine the claim reaches; 0 for an instant. */
  readonly lengthPx: number
}

/** Where on the gap its length is farthest from every claim, in px from the gap's top. */
function clearestPx(
  entries: readonly FactEntry[],
  tick: (ms: number) => number,
  gap: { readonly fromMs: number; readonly toMs: number },
): number {
  const marks = entries.flatMap(entry => [tick(startMs(entry)), tick(entry.atEpochMs), tick(endMs(entry))])
  const inside = [...new Set(marks)]
    .filter(px => px >= tick(gap.fromMs) && px <= tick(gap.toMs))
    .sort((a, b) => a - b)
  let best = { from: inside[0] ?? 0, to: inside.at(-1) ?? 0 }
  let widest = 0
  inside.slice(1).forEach((to, place) => {
    const from = inside[place] ?? 0
    if (to - from > widest) {
      widest = to - from
      best = { from, to }
    }
  })
  return (best.from + best.to) / 2 - tick(gap.fromMs)
}

/** A longer time stands taller, by its logarithm; and there is room for what stands on a side. */
function heightOf(lengthMs: number, claims: number, apart: boolean): number {
  const byLength = (apart ? 40 : 20) * Math.log2(1 + lengthMs / 60_000)
  return Math.min(560, Math.max(110, byLength, claims * 90))
}

/** A claim: its time and text in its column, and a dashed line to its tick on the spine. */
function Claim({ report, entry, label, side, leaderPx, lengthPx }: ClaimProps) {
  const textPx = label.topPx + 15
  const top = Math.min(textPx, label.tickPx)
  const height = Math.abs(textPx - label.tickPx)
  const [x1, x2] = side === 'left' ? [0, leaderPx - 8] : [leaderPx, 8]
  return (
    <>
      <svg
        class={`leader ${side}`}
        aria-hidden="true"
        width={leaderPx}
        height={height + 4}
        style={{ top: `${top - 2}px`, width: `${leaderPx}px`, height: `${height + 4}px` }}
        viewBox={`0 ${top - 2} ${leaderPx} ${height + 4}`}
      >
        <path d={`M${x1} ${textPx} L${(x1 + x2) / 2} ${textPx} L${x2} ${label.tickPx}`} />
      </svg>
      {lengthPx > 3 && (
        <i class={`reach ${side}`} style={{ top: `${label.tickPx}px`, height: `${lengthPx}px` }} />
      )}
      <div class={`claim ${side}`} style={{ top: `${label.topPx}px` }}>
        <b>
          <a href={`#fact-${entry.id}`}>{factTime(report, entry, entry.atEpochMs)}</a>
        </b>
        <span>{report.text(entry.fact.text)}</span>{' '}
        <SourceLinks report={report} ids={entry.fact.sources ?? []} most={2} />
      </div>
    </>
  )
}

function sourcesText(report: Report, entry: FactEntry): string {
  const ids = entry.fact.sources ?? []
  return `${ids
    .slice(0, 2)
    .map(id => publisher(report, id))
    .join(', ')} +9`
}

/** The time between the claim that ends first and the one that begins last; null where all can be true of one moment. */
function gapOf({ left, right }: RivalGroup): { readonly fromMs: number; readonly toMs: number } | null {
  const all = [...left, ...right]
  const fromMs = Math.min(...all.map(endMs))
  const toMs = Math.max(...all.map(startMs))
  return fromMs >= toMs ? null : { fromMs, toMs }
}

const startMs = (entry: FactEntry) => entry.startEpochMs + (entry.time?.fromMs ?? entry.time?.toMs ?? 0)
const endMs = (entry: FactEntry) => entry.startEpochMs + (entry.time?.toMs ?? entry.time?.fromMs ?? 0)
