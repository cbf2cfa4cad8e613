import { blockUnits, boxShape, containerName, SECOND_SIZE, TITLE_LEADING } from '../../layout/box.js'
import type { Layout, Line, Placed } from '../../layout/drawing.js'
import { textWidth } from '../../layout/textWidth.js'
import type { Report } from '../report.js'
import { type Bundled, bundled } from './bundled.js'
import { Glyph } from './glyph.js'
import type { Snapshot, State } from './states.js'

/** What a picture shows: where things stand, how they are, and whom the record contradicts just now. */
export interface PictureProps {
  readonly report: Report
  readonly layout: Layout
  readonly snapshot: Snapshot
  /** Components of which the record says something else than the model at this moment, with what it says. */
  readonly differs: ReadonlyMap<string, State>
  /** Components that stand otherwise than without the chosen ifs at the same time. */
  readonly changed: ReadonlySet<string>
  readonly form: 'wide' | 'tall'
  /** Components that the chosen ifs add. */
  readonly added?: ReadonlySet<string>
  /** Opens or folds a place. Without it nothing can be opened. */
  readonly turn?: ((place: string) => void) | undefined
}

/** The system at one moment: nested boxes from power to services, lines of need, and the one thick path of recovery. */
export function Picture({ report, layout, snapshot, differs, changed, form, added, turn }: PictureProps) {
  const { words } = report
  const unit = blockUnits(countsOf(report))
  const bundles = new Map(
    layout.placed.flatMap(({ node }) =>
      node.members === undefined ? [] : [[node.id, bundled(snapshot, node.members)] as const],
    ),
  )
  const stateOf = (id: string) => bundles.get(id)?.state ?? snapshot.stateOf(id)
  const containers = layout.placed.filter(placed => placed.container)
  const boxes = layout.placed.filter(placed => !placed.container)
  const needs = layout.lines.filter(line => line.of === 'needs')
  const recovery = layout.lines.filter(line => line.of === 'recovery')
  return (
    <svg class={`picture ${form}`} viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden="true">
      {layout.columns.map(({ key, x, y }, place) => (
        <Heading
          key={key}
          text={words.columns[key]}
          x={x}
          y={y}
          next={form === 'wide' ? (layout.columns[place + 1]?.x ?? null) : null}
        />
      ))}
      {containers.map(placed => (
        <Container
          key={placed.component}
          placed={placed}
          state={placed.node.kind === 'group' ? 'up' : snapshot.stateOf(placed.component)}
          turn={turn}
        />
      ))}
      <g class="needs">
        {needs.map(line => (
          <path key={`${line.from} ${line.to}`} d={pathOf(line)} data-s={stateOf(line.from)} />
        ))}
      </g>
      <Recovery lines={recovery} containers={containers} stateOf={stateOf} label={words.replay.keyPath} />
      {boxes.map(placed => (
        <Component
          key={placed.component}
          report={report}
          placed={placed}
          unit={unit}
          snapshot={snapshot}
          bundle={bundles.get(placed.component) ?? null}
          record={placed.node.members === undefined ? (differs.get(placed.component) ?? null) : null}
          changed={membersOf(placed).some(id => changed.has(id))}
          added={membersOf(placed).every(id => added?.has(id) ?? false)}
          turn={turn}
          thick={recovery.some(line => line.from === placed.component || line.to === placed.component)}
        />
      ))}
    </svg>
  )
}

const membersOf = ({ node }: Placed) => node.members ?? [node.id]

/** The counts of a report's components, by which the size of a block is chosen. */
export const countsOf = (report: Report) =>
  Object.values(report.document.components ?? {}).map(component => component.count ?? 1)

interface HeadingProps {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Where the next column begins, or null for the last. */
  readonly next: number | null
}

/** A column's name, with a hairline to the next one. */
function Heading({ text, x, y, next }: HeadingProps) {
  const from = x + textWidth(text, 13, 600) + 12
  return (
    <>
      <text class="column" x={x} y={y}>
        {text}
      </text>
      {next !== null && next - 14 > from && <path class="flow" d={`M${from} ${y - 4.5}H${next - 14}`} />}
    </>
  )
}

interface ContainerProps {
  readonly placed: Placed
  readonly state: State
  readonly turn: ((place: string) => void) | undefined
}

/** A place around what stands in it. Its name folds it, where that helps. */
function Container({ placed, state, turn }: ContainerProps) {
  const { x, y, width, height, depth, node } = placed
  const site = depth === 0 && node.kind !== 'group'
  const name = containerName(node.title, width, depth)
  const fold = turn === undefined ? undefined : () => turn(node.id)
  return (
    <g class={site ? 'site' : 'room'} data-depth={depth % 2} data-s={state} data-component={placed.component}>
      <rect x={x} y={y} width={width} height={height} />
      {name.lines.map((line, place) => (
        <text
          key={line}
          x={x + (site ? 12 : 8)}
          y={y + 6 + (place + 1) * name.leading}
          style={{ fontSize: `${name.size}px` }}
        >
          {line}
          {place === 0 && <title>{node.title}</title>}
        </text>
      ))}
      {node.foldable === true && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the list of places below the picture does the same by keyboard
        <rect class="turn" x={x} y={y} width={width} height={name.height} onClick={fold} />
      )}
      {state !== 'up' && state !== 'absent' && <Glyph state={state} x={x + width - 14} y={y + 14} />}
    </g>
  )
}

interface ComponentProps {
  readonly report: Report
  readonly placed: Placed
  readonly unit: number | null
  readonly snapshot: Snapshot
  readonly bundle: Bundled | null
  readonly record: State | null
  readonly changed: boolean
  readonly added: boolean
  readonly thick: boolean
  readonly turn: ((place: string) => void) | undefined
}

function Component(props: ComponentProps) {
  const { report, placed, unit, snapshot, bundle, record, changed, added, thick, turn } = props
  const { component: id, x, y, width, height, node } = placed
  const { words } = report
  const state = bundle?.state ?? snapshot.stateOf(id)
  const { title, count, opens } = node
  const level = snapshot.levelOf(id)
  const now = snapshot.countOf(id) || count
  const blocks = unit !== null && count >= unit && count >= 100 ? unit : null
  const second = count > 1 || node.absent || bundle !== null
  const shape = boxShape({ title, count, second, blockUnits: blocks }, width)
  const left = x + shape.square + 7
  // What is not there has no square; its words stand in the middle.
  const absent = state === 'absent'
  const textX = absent ? x + width / 2 : left
  const anchor = absent ? 'middle' : 'start'
  const top = y + (height - shape.contentHeight) / 2
  const units = (up: number, of: number) => `${up.toLocaleString('en-US')} / ${of.toLocaleString('en-US')}`
  const said =
    state === 'absent' || state === 'waiting' || (bundle === null && count === 1)
      ? words.states[state]
      : bundle !== null
        ? units(bundle.up, bundle.total)
        : units(level, now)
  const open = turn !== undefined && opens !== undefined ? () => turn(opens) : undefined
  const cut = shape.lines.join(' ').endsWith('…')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list of places below the picture does the same by keyboard
    <g
      class={['box', thick && 'thick', bundle !== null && 'bundle', added && 'added-box']
        .filter(Boolean)
        .join(' ')}
      data-s={state}
      data-component={id}
      onClick={open}
    >
      <rect class="cell" x={x} y={y} width={width} height={height} />
      {state !== 'absent' && <rect class="square" x={x} y={y} width={shape.square} height={height} />}
      <Glyph state={state} x={x + shape.square / 2} y={y + height / 2} />
      {shape.lines.map((line, place) => (
        <text
          key={place}
          class="name"
          style={{ fontSize: `${shape.size}px` }}
          x={textX}
          text-anchor={anchor}
          y={top + (place + 1) * TITLE_LEADING - 3.5}
        >
          {line}
          {cut && place === 0 && <title>{title}</title>}
        </text>
      ))}
      {shape.blocks !== null && blocks !== null && (
        <Blocks
          x={left}
          y={top + shape.blocks.top}
          shape={shape.blocks}
          units={blocks}
          count={count}
          level={level}
        />
      )}
      {shape.second !== null && (
        <text
          class="second"
          x={textX + (absent ? 0 : shape.second.x)}
          text-anchor={anchor}
          y={top + shape.second.top + SECOND_SIZE}
        >
          {said}
        </text>
      )}
      {opens !== undefined && <path class="more" d={plusAt(x + width - 10, y + 10)} />}
      {changed && <rect class="changed" x={x - 2.5} y={y - 2.5} width={width + 5} height={height + 5} />}
      {record !== null && <Disagreement x={x} y={y} width={width} height={height} record={record} />}
    </g>
  )
}

/** The record says otherwise: a blue frame outside the box, and in its corner the sign of what the record says. */
function Disagreement({
  x,
  y,
  width,
  height,
  record,
}: {
  x: number
  y: number
  width: number
  height: number
  record: State
}) {
  return (
    <g class="differs" data-s={record}>
      <rect x={x - 2.5} y={y - 2.5} width={width + 5} height={height + 5} />
      <circle class="corner" cx={x + width - 1} cy={y + 1} r={8.5} />
      <Glyph state={record} x={x + width - 1} y={y + 1} size={4.6} />
    </g>
  )
}

interface BlocksProps {
  readonly x: number
  readonly y: number
  readonly shape: NonNullable<ReturnType<typeof boxShape>['blocks']>
  readonly units: number
  readonly count: number
  readonly level: number
}

/** Blocks of units: filled as far as they are up. The last one is as wide as what it stands for. */
function Blocks({ x, y, shape, units, count, level }: BlocksProps) {
  const amount = Math.ceil(count / units)
  return (
    <>
      {Array.from({ length: amount }, (_, place) => {
        const left = x + (place % shape.across) * (shape.width + 2)
        const top = y + Math.floor(place / shape.across) * (shape.height + 2)
        const whole = Math.min(1, count / units - place)
        const filled = Math.max(0, Math.min(whole, level / units - place))
        return (
          <g key={place}>
            <rect class="block" x={left} y={top} width={round(shape.width * whole)} height={shape.height} />
            {filled > 0 && (
              <rect
                class="filled"
                x={left}
                y={top}
                width={round(shape.width * filled)}
                height={shape.height}
              />
            )}
          </g>
        )
      })}
    </>
  )
}

interface RecoveryProps {
  readonly lines: readonly Line[]
  readonly containers: readonly Placed[]
  readonly stateOf: (id: string) => State
  readonly label: string
}

/** What the standby waits for, thick; its name stands where the path leaves one site for the other. */
function Recovery({ lines, containers, stateOf, label }: RecoveryProps) {
  const first = lines[0]
  if (first === undefined) return null
  const trunk = first.points[1] ?? [0, 0]
  const sites = containers.filter(one => one.depth === 0).sort((a, b) => a.y - b.y)
  const [top, bottom] = [
    Math.min(...lines.flatMap(line => line.points.map(point => point[1]))),
    Math.max(...lines.flatMap(line => line.points.map(point => point[1]))),
  ]
  const left = sites.find(one => one.y + one.height > top && one.y + one.height < bottom)
  const labelY = left === undefined ? (top + bottom) / 2 : left.y + left.height + 14
  const states = lines.map(line => stateOf(line.from))
  const worst: State = states.includes('down') ? 'down' : states.includes('impaired') ? 'impaired' : 'up'
  return (
    <g class="keypath" data-s={worst}>
      {lines.map(line => (
        <g key={`${line.from} ${line.to}`}>
          <path d={pathOf(line)} />
          <Tip points={line.points} />
        </g>
      ))}
      <text x={trunk[0] - 9} y={labelY} text-anchor="end">
        {label}
      </text>
    </g>
  )
}

/** An arrowhead in the direction of the last stretch. */
function Tip({ points }: { points: Line['points'] }) {
  const [x, y] = points.at(-1) ?? [0, 0]
  const [fromX, fromY] = points.at(-2) ?? [0, 0]
  const [dx, dy] = [Math.sign(x - fromX), Math.sign(y - fromY)]
  const back = 7
  const [ax, ay] = [x - dx * back, y - dy * back]
  return (
    <path class="tip" d={`M${ax - dy * 4.5} ${ay - dx * 4.5}L${x} ${y}L${ax + dy * 4.5} ${ay + dx * 4.5}`} />
  )
}

const plusAt = (x: number, y: number) => `M${x - 4} ${y}H${x + 4}M${x} ${y - 4}V${y + 4}`
const pathOf = (line: Line) => `M${line.points.map(([x, y]) => `${x} ${y}`).join('L')}`
const round = (value: number) => Math.round(value * 100) / 100
