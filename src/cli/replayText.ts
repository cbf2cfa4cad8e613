import { fidelity } from '../assess/fidelity.js'
import type { FormRole } from '../assess/replay/form.js'
import { matchLimits } from '../assess/replay/matches.js'
import type { MatchOutcome, MetIf, MetService, ReplayOutcome } from '../assess/replay/replay.js'
import { effectOf, tellingRoles, toldFirst } from '../assess/replay/telling.js'
import { duration } from '../words/durations.js'
import { fidelityWords } from '../words/fidelity/fidelityWords.js'
import { type ReplayWords, replayWords } from '../words/replay/replayWords.js'
import { verdictWords } from '../words/verdicts/verdictWords.js'
import type { Context } from './context.js'
import type { OpenCase } from './openCase.js'
import { type Cell, table, wrapLines } from './table.js'

/** A replay as the terminal shows it: every match in a line, and one of them in full. */
export function replayText(
  own: OpenCase,
  system: OpenCase,
  outcome: ReplayOutcome,
  wanted: number | null,
  context: Context,
): string {
  return new Telling(own, system, outcome, context).whole(wanted ?? toldFirst(outcome.matches))
}

/** Roles without match, with what was looked for and what came nearest. */
export function unmatchedText(
  own: OpenCase,
  system: OpenCase,
  outcome: ReplayOutcome,
  context: Context,
): string {
  const telling = new Telling(own, system, outcome, context)
  return outcome.unmatched.map(one => `\n${telling.unmatched(one)}`).join('')
}

class Telling {
  readonly #words: ReplayWords
  readonly #own: OpenCase
  readonly #system: OpenCase
  readonly #outcome: ReplayOutcome
  readonly #context: Context

  constructor(own: OpenCase, system: OpenCase, outcome: ReplayOutcome, context: Context) {
    this.#words = replayWords(context.language)
    this.#own = own
    this.#system = system
    this.#outcome = outcome
    this.#context = context
  }

  whole(told: number): string {
    const { matches, limit, leftAtHome } = this.#outcome
    const words = this.#words
    const { paint } = this.#context
    const match = matches[told]!
    const about = this.#own.session.document.portable?.about
    return [
      paint('bold', wrapLines(words.title(this.#own.title, this.#system.title))),
      ...(about === undefined ? [] : [wrapLines(this.#own.text(about))]),
      wrapLines(words.frame),
      `\n${wrapLines(words.matchesFound(matches.length))}`,
      ...(limit === null ? [] : [wrapLines(words.limit[limit](matchLimits[limit]))]),
      ...(matches.length === 1 ? [] : [`\n${this.#overview()}`]),
      `\n${paint('bold', wrapLines(words.match(told + 1, matches.length) + (match.home ? ` · ${words.homeMatch}` : '')))}`,
      this.#roles(match),
      ...(match.failed ? [`\n${wrapLines(words.failed)}`] : [this.#services(match), this.#ifs(match)]),
      ...(leftAtHome.length === 0 ? [] : [wrapLines(words.leftAtHome(leftAtHome.map(this.#own.nameOf)))]),
      this.#trust(),
    ].join('')
  }

  unmatched({ role, nearest }: ReplayOutcome['unmatched'][number]): string {
    const words = this.#words
    const near =
      nearest === null
        ? ''
        : `\n    ${words.nearest(this.#system.nameOf(nearest.component), words.lacks[nearest.lacks] ?? nearest.lacks)}`
    return `  ${this.#role(role.id)}: ${this.#lookedFor(role)}${near}`
  }

  #overview(): string {
    const { matches, roles } = this.#outcome
    const words = this.#words
    const telling = tellingRoles(roles, matches)
    const rows = matches.map((match, place): Cell[] => {
      const falls = match.services.filter(one => one.falls)
      const longest = falls.reduce<MetService | null>(
        (most, one) => (most === null || one.downMs > most.downMs ? one : most),
        null,
      )
      return [
        `${place + 1}`,
        match.home ? words.homeMatch : telling.map(role => this.#players(match, role)).join(' · '),
        match.failed
          ? { text: words.failed, colour: 'red' }
          : {
              text: words.falling(falls.length, match.services.length),
              colour: falls.length > 0 ? 'red' : 'dim',
            },
        longest === null ? '–' : this.#length(longest),
      ]
    })
    return table(
      [
        { title: words.columns.match, align: 'right' },
        { title: words.columns.players, flexible: true },
        { title: words.columns.falls, flexible: true, least: 14 },
        { title: words.columns.longest, align: 'right' },
      ],
      rows,
      this.#context.paint,
    )
  }

  #roles(match: MatchOutcome): string {
    const words = this.#words
    const rows = this.#outcome.roles.map((role): Cell[] => {
      const { components } = match.players.find(one => one.role === role.id)!
      return components.length > 0
        ? [this.#role(role.id), this.#players(match, role.id)]
        : [this.#role(role.id), { text: `${words.nobody} (${this.#lookedFor(role)})`, colour: 'dim' }]
    })
    return `\n${table(
      [
        { title: words.columns.role, flexible: true, least: 20 },
        { title: words.columns.players, flexible: true },
      ],
      rows,
      this.#context.paint,
    )}`
  }

  #services(match: MatchOutcome): string {
    const words = this.#words
    const { language, paint } = this.#context
    const falls = match.services.filter(one => one.falls)
    const answer = `\n${paint('bold', wrapLines(words.answer(falls.length, match.services.length)))}`
    const rows = falls.map((one): Cell[] => [
      { text: this.#system.nameOf(one.component), colour: 'red' },
      one.withheldBy.length > 0 ? '?' : duration(one.downAtMs, language),
      this.#length(one),
      {
        text: this.#context.words.drill.returns[one.comesBack],
        colour: one.comesBack === 'not-at-all' ? 'red' : 'dim',
      },
    ])
    const columns = [
      { title: this.#context.words.columns.service, flexible: true },
      { title: words.columns.first, align: 'right' as const },
      { title: words.columns.down, align: 'right' as const },
      { title: words.columns.comesBack, flexible: true },
    ]
    const hidden = falls
      .filter(one => one.withheldBy.length > 0)
      .map(one => this.#system.nameOf(one.component))
    return [
      answer,
      ...(rows.length === 0 ? [] : [`\n${table(columns, rows, paint)}`]),
      ...(hidden.length === 0 ? [] : [wrapLines(words.withheld(hidden))]),
      this.#objectives(match),
    ].join('')
  }

  #objectives({ objectives }: MatchOutcome): string {
    const { paint, language } = this.#context
    const said = verdictWords(language)
    const lines = objectives.map(objective => {
      const written = this.#system.session.document.objectives?.[objective.id]
      const title = this.#system.text(written?.title ?? objective.id)
      return paint(
        objective.held ? 'green' : 'red',
        wrapLines(`${objective.held ? '✓' : '✕'} ${title}: ${said.objective(objective)}`),
      )
    })
    return lines.length === 0 ? '' : `\n${lines.join('')}`
  }

  #ifs(match: MatchOutcome): string {
    if (match.ifs.length === 0) return '\n'
    const words = this.#words
    const rows = match.ifs.map((one): Cell[] => [
      this.#condition(one.id),
      {
        text: words.has[one.has],
        colour:
          one.has === 'has' ? 'green' : one.has === 'lacks' ? 'red' : one.has === 'partly' ? 'amber' : 'dim',
      },
      this.#would(one),
    ])
    const columns = [
      { title: words.columns.condition, flexible: true },
      { title: words.columns.has },
      { title: words.columns.would, flexible: true },
    ]
    return `\n${table(columns, rows, this.#context.paint)}\n`
  }

  #would(one: MetIf): Cell {
    const words = this.#words
    if (one.has === 'has') return '–'
    if (one.notCarried !== null) return { text: words.notCarried[one.notCarried], colour: 'dim' }
    const effect = effectOf(one)
    const text = words.effect(effect)
    return effect.prevented + effect.shorter > 0 ? { text, colour: 'green' } : { text, colour: 'dim' }
  }

  /** Neither answer stands without how far its models can be trusted. */
  #trust(): string {
    const { language, paint } = this.#context
    const words = this.#words
    const line = (open: OpenCase) => fidelityWords(language).line(fidelity(open.session))
    if (this.#outcome.home) return paint('bold', wrapLines(line(this.#own)))
    return paint(
      'bold',
      wrapLines(`${words.caseModel} ${line(this.#own)}`) +
        wrapLines(`${words.systemModel} ${line(this.#system)}`),
    )
  }

  #condition(id: string): string {
    const { portable, ifs } = this.#own.session.document
    return this.#own.text(portable?.ifs?.[id]?.condition ?? ifs?.[id]?.title ?? id)
  }

  #role(id: string): string {
    const role = this.#outcome.roles.find(one => one.id === id)
    return this.#own.text(role?.title ?? id)
  }

  #lookedFor(role: FormRole): string {
    const named = (id: string | null) => (id === null ? null : this.#role(id))
    return this.#words.lookedFor({
      ...role,
      in: named(role.in),
      outside: named(role.outside),
      holds: named(role.holds),
      needs: named(role.needs),
      neededBy: named(role.neededBy),
    })
  }

  #players(match: MatchOutcome, role: string): string {
    const components = match.players.find(one => one.role === role)?.components ?? []
    if (components.length === 0) return this.#words.nobody
    const { document } = this.#system.session
    return components
      .map(id => {
        const absent = document.components?.[id]?.initial === 'absent'
        return this.#system.nameOf(id) + (absent ? ` (${this.#words.notThere})` : '')
      })
      .join(', ')
  }

  #length({ withheldBy, downMs, backWithinHorizon }: MetService): string {
    if (withheldBy.length > 0) return '?'
    return (backWithinHorizon ? '' : '≥ ') + duration(downMs, this.#context.language)
  }
}
