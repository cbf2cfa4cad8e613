// A system of any size in three sites that stand beside each other, as the benches use it: the same size gives the same
// system. It is made once as plain rows, which are then written as input for the engine or as the text of a case; a test
// holds the two against each other.

const minuteMs = 60_000

/** Components for each room with its feed, and for each team. */
const roomSize = 200
const teamSize = 1_000

/**
 * The rows of a system of about `size` components. Every component but sites, power, rooms, feeds and teams needs ten others:
 * five, one of two, and two of three that stand in different sites. A row has `id`, `kind`, `within` (index or -1) and, where
 * they are more than the default, `count`, `needs`, `holdupMs` and `ways`.
 */
export function generatedSystem(size) {
  const random = seeded(size)
  const below = bound => Math.floor(random() * bound)
  const rows = []
  const add = row => rows.push({ within: -1, count: 1, needs: null, holdupMs: 0, ways: null, ...row }) - 1
  const teams = Array.from({ length: Math.max(3, Math.round(size / teamSize)) }, (_, at) =>
    add({ id: `team-${at}`, kind: 'team', count: 40 }),
  )
  const perSite = Math.floor((size - teams.length) / 3)
  const sites = ['a', 'b', 'c'].map(name => openSite(name, add))
  // Sites grow together, so that the parts of a place in line stand in all three.
  for (let place = sites[0].members.length; place < perSite; place++) {
    const newRoom = place % roomSize === 0
    const draw = { place, newRoom, kind: random(), team: teams[below(teams.length)], minutes: 1 + below(30) }
    const inside = Array.from({ length: 7 }, () => below(place - 3))
    const across = 3 + below(place - 3)
    for (const site of sites) grow(site, draw, { inside, across, sites, rows }, add)
  }
  return rows
}

/** The acts on a generated system: one site loses its power and gets it back two hours later. */
export const lossOfOneSite = {
  cutMs: 60 * minuteMs,
  releaseMs: 180 * minuteMs,
  horizonMs: 30 * 1440 * minuteMs,
  power: 'power-a',
}

/** The generated system as input of the engine (src/engine/system.ts). */
export function engineSystem(rows) {
  const order = rows.map((_, index) => index).sort((a, b) => (rows[a].id < rows[b].id ? -1 : 1))
  const rank = new Array(rows.length)
  order.forEach((index, place) => {
    rank[index] = place
  })
  const components = rows.map((row, index) => ({
    count: row.count,
    within: row.within,
    needs: row.needs === null ? null : conjunction(row.needs.map(need => expression(need, rows))),
    full: null,
    holdupMs: row.holdupMs,
    ways: row.ways === null ? [engineWay({}, row.count)] : row.ways.map(way => engineWay(way, row.count)),
    ownRecovery: row.ways !== null,
    byHand: false,
    repair: null,
    initial: 'up',
    priority: Number.MAX_SAFE_INTEGER,
    idRank: rank[index],
  }))
  return { components }
}

/** What acts on it, as input of the engine. */
export function engineScenario(rows) {
  const power = rows.findIndex(({ id }) => id === lossOfOneSite.power)
  const blank = {
    after: -1,
    when: null,
    unless: null,
    destroy: [],
    fail: [],
    cut: [],
    release: [],
    repair: [],
  }
  return {
    events: [
      { ...blank, timeMs: lossOfOneSite.cutMs, cut: [power] },
      { ...blank, timeMs: lossOfOneSite.releaseMs, release: [power] },
    ],
    horizonMs: lossOfOneSite.horizonMs,
  }
}

/** The same as the files of a case; each holds some thousands of components. */
export function caseFiles(rows) {
  const head = `case: { title: A generated system, timezone: UTC, start: 2026-01-01 00:00, horizon: 30d }
events:
  power-lost: { at: +${lossOfOneSite.cutMs / minuteMs}m, cut: [${lossOfOneSite.power}] }
  power-back: { at: +${lossOfOneSite.releaseMs / minuteMs}m, release: [${lossOfOneSite.power}] }
`
  const files = [{ path: 'case.yaml', text: head }]
  const perFile = 5_000
  for (let from = 0; from < rows.length; from += perFile) {
    const lines = rows.slice(from, from + perFile).map(row => entry(row, rows))
    const number = String(from / perFile).padStart(3, '0')
    files.push({ path: `system-${number}.yaml`, text: `components:\n${lines.join('\n')}\n` })
  }
  return files
}

function openSite(name, add) {
  const place = add({ id: `site-${name}`, kind: 'site' })
  const power = add({ id: `power-${name}`, kind: 'utility', within: place })
  return { name, place, power, room: -1, feed: -1, members: [power, power, power, power] }
}

/** Adds the next member to a site; the draw is shared by the three sites. */
function grow(site, draw, { inside, across, sites, rows }, add) {
  const { name } = site
  if (site.room < 0 || draw.newRoom) {
    site.room = add({ id: `room-${draw.place}-${name}`, kind: 'room', within: site.place })
    site.feed = add({
      id: `feed-${draw.place}-${name}`,
      kind: 'ups',
      within: site.room,
      needs: [{ units: site.power, atLeast: 1 }],
      holdupMs: 10 * minuteMs,
    })
    site.members.push(site.feed)
    if (draw.newRoom) return
  }
  const units = at => ({ units: site.members[3 + inside[at]] })
  const needs = [0, 1, 2, 3].map(units)
  needs.unshift({ units: site.feed })
  needs.push({ any: [units(4), units(5)] })
  // What stands first in all three sites is there before any of them has its next member.
  const beside = sites.map(({ members }) => members[across])
  needs.push({ some: 2, of: beside.map(index => ({ units: index })) })
  const row = { within: site.room, needs: needs.map(need => withShare(need, rows)) }
  const crew = units => ({ team: draw.team, units })
  if (draw.kind < 0.15) {
    const ways = [{ takesMs: draw.minutes * minuteMs, batchUnits: 20, atOnce: 2, crew: [crew(5)] }]
    site.members.push(add({ ...row, id: `hosts-${draw.place}-${name}`, kind: 'hosts', count: 100, ways }))
  } else if (draw.kind < 0.2) {
    const ways = [{ takesMs: 20 * minuteMs, crew: [crew(2)] }]
    site.members.push(add({ ...row, id: `store-${draw.place}-${name}`, kind: 'store', ways }))
  } else if (draw.kind < 0.3) {
    site.members.push(
      add({ ...row, id: `cache-${draw.place}-${name}`, kind: 'cache', holdupMs: 5 * minuteMs }),
    )
  } else if (draw.kind < 0.65) {
    const ways = [{ takesMs: draw.minutes * minuteMs }]
    site.members.push(add({ ...row, id: `service-${draw.place}-${name}`, kind: 'service', ways }))
  } else site.members.push(add({ ...row, id: `tool-${draw.place}-${name}`, kind: 'tool' }))
}

/** Of what has many units three fifths suffice. */
function withShare(need, rows) {
  if (need.any !== undefined) return { any: need.any.map(each => withShare(each, rows)) }
  if (need.of !== undefined) return { some: need.some, of: need.of.map(each => withShare(each, rows)) }
  const { count } = rows[need.units]
  return { units: need.units, atLeast: count === 1 ? 1 : Math.ceil(count * 0.6) }
}

function conjunction(parts) {
  return parts.length === 1 ? parts[0] : { op: 'all', of: parts }
}

function expression(need) {
  if (need.any !== undefined) return { op: 'any', of: need.any.map(expression) }
  if (need.of !== undefined) return { op: 'some', atLeast: need.some, of: need.of.map(expression) }
  return { op: 'units', components: [need.units], atLeast: need.atLeast }
}

function engineWay(way, count) {
  return { takesMs: 0, needs: null, when: null, batchUnits: count, atOnce: 1, crew: [], ...way }
}

function entry(row, rows) {
  const fields = [`kind: ${row.kind}`]
  if (row.within >= 0) fields.push(`in: ${rows[row.within].id}`)
  if (row.count > 1) fields.push(`count: ${row.count}`)
  if (row.needs !== null) fields.push(`needs: "${row.needs.map(need => written(need, rows)).join(' and ')}"`)
  if (row.holdupMs > 0) fields.push(`holdup: ${row.holdupMs / minuteMs}m`)
  if (row.ways !== null) fields.push(`recovery: ${writtenWay(row.ways[0], rows)}`)
  return `  ${row.id}: { ${fields.join(', ')} }`
}

function written(need, rows) {
  if (need.any !== undefined) return `(${need.any.map(each => written(each, rows)).join(' or ')})`
  if (need.of !== undefined) return `${need.some} of (${need.of.map(each => written(each, rows)).join(', ')})`
  const { id, count } = rows[need.units]
  return count === 1 ? id : `${id} >= 60%`
}

function writtenWay({ takesMs, batchUnits, atOnce, crew }, rows) {
  const fields = [`takes: ${takesMs / minuteMs}m`]
  if (batchUnits !== undefined) fields.push(`batch: ${batchUnits}`)
  if (atOnce !== undefined) fields.push(`at-once: ${atOnce}`)
  if (crew !== undefined) fields.push(`crew: { ${rows[crew[0].team].id}: ${crew[0].units} }`)
  return `{ ${fields.join(', ')} }`
}

/** Numbers from 0 to 1 that follow from a seed (a 32-bit xorshift with a multiplication, after Marsaglia). */
function seeded(seed) {
  let state = (seed * 2_654_435_761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (Math.imul(state, 0x9e3779b1) >>> 0) / 0x1_0000_0000
  }
}
