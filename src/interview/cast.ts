import type { Basis, Text } from '../model/case.js'
import type { Duration } from '../model/duration.js'
import { interviewWords } from '../words/interview/interviewWords.js'
import { parsePlainDuration } from './answerDuration.js'
import { parsePlainTime } from './answerTime.js'
import type { Ground, Told } from './ground.js'
import type { InterviewState } from './interview.js'
import { type Claimed, Naming } from './naming.js'
import { isAsked, namesIn, placeIn, type QuestionId, type Trigger, triggerOf } from './questionPlan.js'

/** Who plays which part in the draft, before anything is written. Times are milliseconds from the start of the case. */
export interface Cast {
  readonly ground: Ground
  /** Whether a question has its place among these answers. */
  readonly asked: (question: QuestionId) => boolean
  /** Whether a question was answered with something. */
  readonly known: (question: QuestionId) => boolean
  readonly trigger: Trigger | null
  readonly triggerMs: number
  /** The trigger was told to be before the case begins, where no event may be. */
  readonly beforeStart: boolean
  /** Null: not known. */
  readonly backMs: number | null
  readonly service: Claimed
  /** The other services that went down, in the order told. */
  readonly others: readonly Claimed[]
  /** Services that the first one needs. */
  readonly neededServices: readonly Claimed[]
  /** What the services need that is no service; at least one. */
  readonly base: readonly Claimed[]
  /** What the trigger acted on, where that is one of `base`. */
  readonly part: Claimed
  readonly place: Claimed
  readonly beside: readonly Claimed[]
  /** Services that stand in `place` besides the first. */
  readonly besideServices: readonly Claimed[]
  readonly tools: readonly Claimed[]
  /** Tools that are nothing but tools, and new: these an if may move. */
  readonly ownTools: readonly Claimed[]
  readonly toolsPlace: Claimed
  readonly team: Claimed
  readonly hands: number
  /** The first service as it stands in `place`. */
  readonly main: Claimed
  readonly second: { readonly place: Claimed; readonly standby: Claimed } | null
  /** Power or network from outside, where the trigger took it. */
  readonly supply: Claimed | null
  /** Power within the place. */
  readonly power: Claimed | null
  /** What could have stopped a change on its way, where a change was the trigger. */
  readonly check: Claimed | null
  /** How long the first service went on after the trigger, with the facts that say so. Null: at once, or not known. */
  readonly gap: { readonly ms: number; readonly facts: readonly string[] } | null
  readonly takes: { readonly duration: Duration | null; readonly basis: Basis }
  /** The first return of the first service that facts tell of. */
  readonly returned: Told | null
  /** Components that facts name and no answer does. */
  readonly loose: readonly Claimed[]
  readonly add: Naming['add']
  /** Whether somebody said how many could do the work. */
  readonly handsKnown: boolean
  /** The component that a name in facts stands for. */
  readonly idOf: (name: string) => string
}

/** Longer than this, something else than a battery or a buffer lies between trigger and outage. */
const LONGEST_GAP_MS = 12 * 3_600_000
/** How many could do the work, where nobody said. */
const ASSUMED_HANDS = 2

/** Gives every answer its part. */
export function openCast(state: InterviewState): Cast {
  const { ground, answers } = state
  const naming = new Naming(ground)
  const known = (question: QuestionId) => {
    const given = answers[question]
    return given !== undefined && given.kind !== 'not-known' && given.kind !== 'skipped'
  }
  const things = (question: QuestionId) => [
    ...new Set(namesIn(state, question).map(name => naming.claim(name, 'thing'))),
  ]
  const services = things('services')
  if (services.length === 0) {
    const [likely] = ground.services
    services.push(
      likely === undefined ? naming.add('service', both('service')) : naming.claim(likely.id, 'thing'),
    )
  }
  const [service, ...others] = services as [Claimed, ...Claimed[]]
  const needs = things('needs').filter(thing => thing !== service)
  const base = needs.filter(thing => !services.includes(thing))
  if (base.length === 0) base.push(naming.add(`${service.id}-servers`, both('servers', service.title)))
  const chosen = answers.part
  const part = base.find(thing => chosen?.kind === 'choice' && thing === naming.claim(chosen.choice, 'thing'))
  const placeNamed = placeIn(state, 'place')
  const place = placeNamed === null ? naming.add('place', both('place')) : naming.claim(placeNamed, 'place')
  const trigger = triggerOf(state)
  const beside = things('beside').filter(thing => thing !== service && !base.includes(thing))
  const tools = things('tools').filter(thing => thing !== service)
  if (tools.length === 0) tools.push(naming.add('recovery-tool', both('tool')))
  const toolsNamed = namesIn(state, 'tools').length > 0 ? placeIn(state, 'tools-place') : null
  const people = answers.people
  const secondNamed = placeIn(state, 'second')
  const secondPlace = secondNamed === null ? null : naming.claim(secondNamed, 'place')
  const times = timesOf(state, service, trigger)
  const supplyTitle = trigger === 'power' ? 'power' : trigger === 'network' ? 'network' : null
  const cast = {
    ground,
    asked: (question: QuestionId) => isAsked(state, question),
    known,
    trigger,
    ...times,
    service,
    others,
    neededServices: needs.filter(thing => services.includes(thing)),
    base,
    part: part ?? (base[0] as Claimed),
    place,
    beside: beside.filter(thing => !services.includes(thing)),
    besideServices: beside.filter(thing => others.includes(thing)),
    tools,
    ownTools: tools.filter(
      tool => ![...services, ...base, ...beside].includes(tool) && (tool.known?.kind ?? null) === null,
    ),
    toolsPlace: toolsNamed === null ? place : naming.claim(toolsNamed, 'place'),
    team:
      people?.kind === 'people' ? naming.claim(people.team, 'team') : naming.add('operators', both('team')),
    hands: (people?.kind === 'people' ? people.count : null) ?? ASSUMED_HANDS,
    main: naming.add(`${service.id}@${place.id}`, both('main', service.title, place.title)),
    second:
      secondPlace === null
        ? null
        : {
            place: secondPlace,
            standby: naming.add(
              `${service.id}@${secondPlace.id}`,
              both('standby', service.title, secondPlace.title),
            ),
          },
    supply: supplyTitle === null ? null : naming.add(supplyTitle, both(supplyTitle)),
    power: trigger === 'power' ? naming.add(`${place.id}.power`, both('placePower', place.title)) : null,
    check: trigger === 'change' ? naming.add('trial-on-one-part', both('check')) : null,
    add: (id: string, title: Text) => naming.add(id, title),
    handsKnown: people?.kind === 'people' && people.count !== null,
    idOf: (name: string) => naming.claim(name, 'thing').id,
  }
  const used = new Set([...services, ...needs, ...base, ...beside, ...tools])
  const loose = ground.named
    .filter(({ kind }) => kind === null)
    .map(({ id }) => naming.claim(id, 'thing'))
    .filter(thing => !used.has(thing))
  return { ...cast, loose }
}

/** A title or sentence of the program in both languages; names of the case in the language that they are told in. */
export function both(key: TitleKey, ...names: readonly Text[]): { readonly ko: string; readonly en: string } {
  const say = (language: 'ko' | 'en') =>
    interviewWords(language).titles[key](
      ...names.map(name => (typeof name === 'string' ? name : (name[language] ?? name.ko ?? name.en ?? ''))),
    )
  return { ko: say('ko'), en: say('en') }
}

export type TitleKey = keyof ReturnType<typeof interviewWords>['titles']

function timesOf(state: InterviewState, service: Claimed, trigger: Trigger | null) {
  const { ground, answers } = state
  const timeOf = (question: 'trigger-at' | 'supply-back', afterMs: number) => {
    const given = answers[question]
    const after = ground.startEpochMs + afterMs
    const epochMs = given?.kind === 'time' ? parsePlainTime(given.text, ground, after) : null
    return epochMs === null ? null : epochMs - ground.startEpochMs
  }
  const falls = ofService(ground.falls, service)
  const returns = ofService(ground.returns, service)
  const told = timeOf('trigger-at', 0) ?? ground.triggers[0]?.atMs ?? falls[0]?.atMs ?? 0
  const triggerMs = Math.max(0, told)
  const fall = falls.find(({ atMs }) => atMs > triggerMs)
  const gapMs = fall === undefined ? 0 : fall.atMs - triggerMs
  const gap =
    fall !== undefined && gapMs <= LONGEST_GAP_MS && trigger !== null
      ? { ms: gapMs, facts: [fall.fact] }
      : null
  const returned = returns.find(({ atMs }) => atMs > triggerMs) ?? null
  const wanted = timeOf('supply-back', triggerMs)
  const given = answers.takes
  const duration = given?.kind === 'duration' ? parsePlainDuration(given.text) : null
  const basis: Basis = returned === null ? 'assumed' : { assumed: true, knowing: [returned.fact] }
  return {
    triggerMs,
    beforeStart: told < 0,
    backMs: wanted !== null && wanted > triggerMs ? wanted : null,
    gap,
    returned,
    takes: { duration, basis },
  }
}

function ofService(told: readonly Told[], { id, known }: Claimed): readonly Told[] {
  return told.filter(({ component }) => component === (known?.id ?? id)).sort((a, b) => a.atMs - b.atMs)
}
