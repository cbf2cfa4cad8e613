import type { MatchOutcome, MetIf, MetService } from '../../assess/replay/replay.js'
import { effectOf, tellingRoles, toldFirst } from '../../assess/replay/telling.js'
import { duration } from '../../words/durations.js'
import { fidelityWords } from '../../words/fidelity/fidelityWords.js'
import { reportWords } from '../../words/report/reportWords.js'
import { verdictWords } from '../../words/verdicts/verdictWords.js'
import { boundWords } from '../page/boundWords.js'
import { Section } from '../page/section.js'
import type { MetData } from './metData.js'
import { type MetNames, metNames } from './metNames.js'

interface Drawn {
  readonly data: MetData
  readonly names: MetNames
  readonly match: MatchOutcome
}

/** Everything inside `<body>` of the page of a replay: the answer first, then what it rests on. */
export function MetPage({ data }: { data: MetData }) {
  const names = metNames(data)
  const { words } = names
  const { outcome, own, system, language } = data
  const report = reportWords(language)
  const match = outcome.matches[toldFirst(outcome.matches)]
  return (
    <>
      <a class="skip" href="#report">
        {report.skip}
      </a>
      <header class="top">
        <div>
          <b>{report.brand}</b>
          <span>{words.page.kind}</span>
        </div>
      </header>
      <main id="report" class="met">
        <div class="masthead">
          <p class="kicker">
            {own.id} → {system.id}
          </p>
          <h1>
            {boundWords(
              words.title(names.text(own.document.case.title), names.text(system.document.case.title)),
            )}
          </h1>
          <p class="deck">{names.text(own.document.portable?.about)}</p>
          <p class="second">{words.frame}</p>
        </div>
        {match === undefined ? (
          <Unmatched data={data} names={names} />
        ) : (
          <>
            <Services data={data} names={names} match={match} />
            <Ifs data={data} names={names} match={match} />
            <Roles data={data} names={names} match={match} />
            {outcome.matches.length > 1 && <Matches data={data} names={names} match={match} />}
          </>
        )}
        <Trust data={data} names={names} />
      </main>
      <footer>
        <p class="src">{words.page.made(data.version)}</p>
      </footer>
    </>
  )
}

function Services({ data, names, match }: Drawn) {
  const { words } = names
  const falls = match.services.filter(one => one.falls)
  const longest = Math.max(1, ...falls.map(({ downMs, withheldBy }) => (withheldBy.length > 0 ? 0 : downMs)))
  const hidden = falls.filter(({ withheldBy }) => withheldBy.length > 0)
  const standing = match.services.filter(one => !one.falls)
  return (
    <Section
      id="services"
      question={words.page.services}
      heading={match.failed ? words.failed : words.answer(falls.length, match.services.length)}
    >
      <dl class="met-bars">
        {falls.map(one => (
          <div key={one.component}>
            <dt>{names.ofSystem(one.component)}</dt>
            <dd>
              <Bar data={data} names={names} service={one} longest={longest} />
            </dd>
          </div>
        ))}
      </dl>
      {standing.length > 0 && falls.length > 0 && (
        <p class="cap">
          {words.standing} {standing.map(({ component }) => names.ofSystem(component)).join(', ')}
        </p>
      )}
      {hidden.length > 0 && (
        <p class="cap">{words.withheld(hidden.map(one => names.ofSystem(one.component)))}</p>
      )}
      <Objectives data={data} names={names} match={match} />
      <p class="fidelity-line">
        {words.systemModel} {fidelityWords(data.language).short(data.system.fidelity)}
        {!data.outcome.home &&
          ` · ${words.caseModel} ${fidelityWords(data.language).short(data.own.fidelity)}`}
      </p>
    </Section>
  )
}

function Bar({
  data,
  names,
  service,
  longest,
}: {
  data: MetData
  names: MetNames
  service: MetService
  longest: number
}) {
  const { language } = data
  const hidden = service.withheldBy.length > 0
  const back = verdictWords(language).returns[service.comesBack]
  return (
    <>
      <i data-withheld={hidden} style={{ '--h': hidden ? 0.3 : service.downMs / longest }} />
      <b>{hidden ? '?' : (service.backWithinHorizon ? '' : '≥ ') + duration(service.downMs, language)}</b>
      <span>
        {!hidden && `${names.words.after(duration(service.downAtMs, language))} `}
        {back}
      </span>
    </>
  )
}

function Objectives({ data, names, match }: Drawn) {
  if (match.objectives.length === 0) return null
  const said = verdictWords(data.language)
  return (
    <ul class="met-goals">
      {match.objectives.map(objective => (
        <li key={`${objective.id} ${objective.of}`} data-held={objective.held}>
          <span aria-hidden="true">{objective.held ? '✓' : '✕'}</span>
          <span>
            {names.text(data.system.document.objectives?.[objective.id]?.title) || objective.id}
            <small>{said.objective(objective)}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Ifs({ names, match }: Drawn) {
  const { words } = names
  if (match.failed || match.ifs.length === 0) return null
  // What the system has, then what would change most; what cannot be asked of it is folded.
  const weight = (one: MetIf) => (one.has === 'has' ? Number.NEGATIVE_INFINITY : (effectOf(one).deltaMs ?? 0))
  const silent = match.ifs.filter(one => one.has !== 'has' && one.notCarried !== null)
  const told = match.ifs.filter(one => !silent.includes(one)).sort((a, b) => weight(a) - weight(b))
  const count = (...wanted: readonly MetIf['has'][]) =>
    match.ifs.filter(({ has }) => wanted.includes(has)).length
  return (
    <Section
      id="ifs"
      question={words.page.ifs}
      heading={words.hasHeading(count('has'), count('partly'), count('lacks'), match.ifs.length)}
    >
      <table class="met-ifs">
        <thead>
          <tr>
            <th scope="col">{words.columns.condition}</th>
            <th scope="col">{words.columns.has}</th>
            <th scope="col">{words.columns.would}</th>
          </tr>
        </thead>
        <tbody>
          {told.map(one => (
            <tr key={one.id}>
              <th scope="row">{boundWords(names.condition(one.id))}</th>
              <td>
                <span class="has" data-has={one.has}>
                  {words.has[one.has]}
                </span>
                {one.has === 'partly' && <small>{words.lacking(one.lacking.map(names.ofSystem))}</small>}
              </td>
              <td>
                <Would names={names} one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {silent.length > 0 && (
        <details>
          <summary>{words.page.silent(silent.length)}</summary>
          <ul class="met-silent">
            {silent.map(one => (
              <li key={one.id}>
                {names.condition(one.id)}
                <small>{one.notCarried === null ? '' : words.notCarried[one.notCarried]}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function Would({ names, one }: { names: MetNames; one: MetIf }) {
  const { words } = names
  if (one.has === 'has') return <>–</>
  if (one.notCarried !== null) return <span class="dim">{words.notCarried[one.notCarried]}</span>
  const effect = effectOf(one)
  const helps = effect.prevented + effect.shorter > 0
  return <span class={helps ? 'c-if' : 'dim'}>{words.effect(effect)}</span>
}

function Roles({ data, names, match }: Drawn) {
  const { words } = names
  const empty = data.outcome.roles.filter(
    ({ id }) => match.players.find(one => one.role === id)?.components.length === 0,
  )
  const played = match.players.filter(({ components }) => components.length > 0).length
  return (
    <Section
      id="roles"
      question={words.page.roles}
      heading={words.playedHeading(played, match.players.length)}
    >
      <table class="met-roles">
        <thead>
          <tr>
            <th scope="col">{words.columns.role}</th>
            <th scope="col">{words.columns.players}</th>
          </tr>
        </thead>
        <tbody>
          {data.outcome.roles
            .filter(role => !empty.includes(role))
            .map(role => (
              <tr key={role.id}>
                <th scope="row">{names.role(role.id)}</th>
                <td>{names.players(match, role.id)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {empty.length > 0 && (
        <details>
          <summary>{words.page.empty(empty.length)}</summary>
          <ul class="met-silent">
            {empty.map(role => (
              <li key={role.id}>
                {names.role(role.id)}
                <small>{names.lookedFor(role)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function Matches({ data, names }: Drawn) {
  const { words } = names
  const { outcome, language } = data
  const telling = tellingRoles(outcome.roles, outcome.matches)
  return (
    <Section id="matches" question={words.page.matches} heading={words.matchesFound(outcome.matches.length)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.match}</th>
            <th scope="col">{words.columns.players}</th>
            <th scope="col">{words.columns.falls}</th>
            <th scope="col">{words.columns.longest}</th>
          </tr>
        </thead>
        <tbody>
          {outcome.matches.map((match, place) => {
            const falls = match.services.filter(one => one.falls)
            const told = falls.filter(({ withheldBy }) => withheldBy.length === 0)
            return (
              <tr key={telling.map(role => names.players(match, role)).join()}>
                <th scope="row">{place + 1}</th>
                <td>
                  {match.home
                    ? words.homeMatch
                    : telling.map(role => `${names.role(role)}: ${names.players(match, role)}`).join(' · ')}
                </td>
                <td>{match.failed ? words.failed : words.falling(falls.length, match.services.length)}</td>
                <td>
                  {told.length === 0
                    ? '–'
                    : duration(Math.max(...told.map(({ downMs }) => downMs)), language)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}

function Unmatched({ data, names }: { data: MetData; names: MetNames }) {
  const { words } = names
  return (
    <Section id="unmatched" question={words.page.question} heading={words.unmatched}>
      <ul>
        {data.outcome.unmatched.map(({ role, nearest }) => (
          <li key={role.id}>
            {names.role(role.id)}: {names.lookedFor(role)}
            {nearest !== null &&
              `. ${words.nearest(names.ofSystem(nearest.component), words.lacks[nearest.lacks] ?? nearest.lacks)}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Neither answer stands without how far its models can be trusted. */
function Trust({ data, names }: { data: MetData; names: MetNames }) {
  const { words } = names
  const { own, system, outcome, language } = data
  const line = fidelityWords(language).line
  return (
    <Section id="trust" question={words.page.trust} heading={words.page.trustHeading}>
      <dl class="met-trust">
        <dt>{names.text(own.document.case.title)}</dt>
        <dd>{line(own.fidelity)}</dd>
        {!outcome.home && (
          <>
            <dt>{names.text(system.document.case.title)}</dt>
            <dd>{line(system.fidelity)}</dd>
          </>
        )}
      </dl>
      {outcome.leftAtHome.length > 0 && (
        <p class="cap">{words.leftAtHome(outcome.leftAtHome.map(names.ofCase))}</p>
      )}
      <p class="cap">
        <code>
          manil replay {own.id} --on {system.id}
        </code>
      </p>
    </Section>
  )
}
