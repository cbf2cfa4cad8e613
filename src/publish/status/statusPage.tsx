import { renderToString } from 'preact-render-to-string'
import type { Language } from '../../model/case.js'
import { textIn } from '../../model/text.js'
import { type StatusWords, statusWords } from '../../words/status/statusWords.js'
import { pageAssets } from '../assets.js'
import { fontFace } from '../font.js'
import type { PublicEntry, PublicService, PublicStatus } from './publicStatus.js'
import { statusStyle } from './statusStyle.js'
import { type StatusTimes, statusTimes } from './statusTimes.js'

/** Where the page of each language lies, and its feed, beside this one. */
export interface StatusLinks {
  readonly pages: readonly { readonly language: Language; readonly href: string }[]
  readonly feed: string
  readonly data: string
}

/** The status page in a language: one file, no script, nothing loaded from anywhere. */
export async function statusPage(
  status: PublicStatus,
  language: Language,
  links: StatusLinks,
): Promise<string> {
  const words = statusWords(language)
  const body = renderToString(<Page status={status} language={language} links={links} />)
  const title = `${headline(status, language)} · ${ownerOf(status, language)}`
  const font = await fontFace(`${body.replace(/<[^>]*>/g, ' ')}${unescaped(body)}`)
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<link rel="alternate" type="application/atom+xml" title="${escaped(words.feed)}" href="${links.feed}">`,
    '<link rel="icon" href="data:,">',
    `<style>${font}</style>`,
    `<style>${pageAssets().style}${statusStyle}</style>`,
    '</head>',
    `<body class="status">${body}</body>`,
    '</html>',
    '',
  ].join('\n')
}

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

function Page({ status, language, links }: { status: PublicStatus; language: Language; links: StatusLinks }) {
  const words = statusWords(language)
  const times = statusTimes(status, language)
  const latest = status.entries.find(({ kind }) => kind === 'announcement')
  return (
    <>
      <header class="top">
        <p>
          <b>{ownerOf(status, language)}</b> <span>{words.page}</span>
        </p>
        <nav class="editions" aria-label={words.languages}>
          {links.pages.map(page => (
            <a
              key={page.language}
              href={page.href}
              lang={page.language}
              hreflang={page.language}
              {...(page.language === language ? { 'aria-current': 'page' as const } : {})}
            >
              {words.languageNames[page.language]}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <div class="masthead">
          <p class="kicker">{textIn(status.title, language)}</p>
          <h1 data-state={status.overall}>{headline(status, language)}</h1>
        </div>
        <div class="now">
          <section class="latest" aria-labelledby="latest">
            <h2 id="latest">{words.latest}</h2>
            {latest?.kind === 'announcement' ? (
              <>
                <p class="said">{textIn(latest.text, language)}</p>
                <p class="src">
                  <Time at={latest.at.epochMs}>{times.known(latest.at, true)}</Time>
                </p>
              </>
            ) : (
              <p class="said none">{words.noUpdates}</p>
            )}
          </section>
          <Next status={status} words={words} times={times} />
        </div>
        <section aria-labelledby="services">
          <h2 id="services" class="vh">
            {words.services}
          </h2>
          {status.services.length === 0 ? (
            <p>{words.noServices}</p>
          ) : (
            <table class="services">
              <thead>
                <tr>
                  <th scope="col">{words.service}</th>
                  <th scope="col">{words.state}</th>
                  <th scope="col">{words.since}</th>
                </tr>
              </thead>
              <tbody>
                {status.services.map(service => (
                  <Service key={textIn(service.title, language)} {...{ service, language, words, times }} />
                ))}
              </tbody>
            </table>
          )}
        </section>
        {status.entries.length > 0 && (
          <section aria-labelledby="history">
            <h2 id="history">{words.history}</h2>
            <p class="src">{words.historyAbout}</p>
            {daysOf(status.entries, times).map(({ day, entries }) => (
              <div class="day" key={day}>
                <h3>{day}</h3>
                <ol class="events">
                  {entries.map(entry => (
                    <Event key={entry.key} {...{ entry, language, words, times }} />
                  ))}
                </ol>
              </div>
            ))}
          </section>
        )}
      </main>
      <footer>
        <p>
          {words.written(times.dateTime(status.nowEpochMs))}{' '}
          {words.times.zone(status.timezone, times.offset(status.nowEpochMs))}
        </p>
        <p class="links">
          <a href={links.feed}>{words.feed}</a>
          <a href={links.data}>{words.data}</a>
          {status.contact !== null && (
            <span>
              {words.contact}: <Contact to={status.contact} />
            </span>
          )}
        </p>
      </footer>
    </>
  )
}

function Next({ status, words, times }: { status: PublicStatus; words: StatusWords; times: StatusTimes }) {
  const { nextUpdateEpochMs: next, overall } = status
  const time = next === null ? null : times.dateTime(next)
  return (
    <section class="next" aria-labelledby="next">
      <h2 id="next">{words.next}</h2>
      <p class="when">
        {time === null || next === null ? (
          overall === 'up' ? (
            words.over
          ) : (
            words.nextUnknown
          )
        ) : (
          <Time at={next}>{words.nextAt(time)}</Time>
        )}
      </p>
      {time !== null && <p class="src">{words.stale(time)}</p>}
    </section>
  )
}

function Service({
  service,
  language,
  words,
  times,
}: {
  service: PublicService
  language: Language
  words: StatusWords
  times: StatusTimes
}) {
  const { title, state, share, since } = service
  return (
    <tr data-state={state}>
      <th scope="row">{textIn(title, language)}</th>
      <td>
        <Sign state={state} words={words} />
        {state === 'impaired' && share !== null ? words.partly(share) : words.states[state]}
      </td>
      <td>{since === null ? '' : <Time at={since.epochMs}>{times.known(since, true)}</Time>}</td>
    </tr>
  )
}

function Event({
  entry,
  language,
  words,
  times,
}: {
  entry: PublicEntry
  language: Language
  words: StatusWords
  times: StatusTimes
}) {
  return (
    <li id={`e-${entry.key}`} data-kind={entry.kind}>
      <Time at={entry.at.epochMs}>{times.known(entry.at, false)}</Time>
      {entry.kind === 'announcement' ? (
        <p class="said">{textIn(entry.text, language)}</p>
      ) : (
        <p class="change" data-state={entry.state}>
          <Sign state={entry.state} words={words} />
          {words.change(textIn(entry.title, language), entry.state, entry.share)}
        </p>
      )}
    </li>
  )
}

function Sign({ state, words }: { state: PublicStatus['overall']; words: StatusWords }) {
  return (
    <span class="sign" data-state={state} aria-hidden="true">
      {words.sign[state]}
    </span>
  )
}

function Time({ at, children }: { at: number; children: string }) {
  return <time dateTime={new Date(at).toISOString().replace('.000', '')}>{children}</time>
}

/** Only what is plainly an address is a link. */
function Contact({ to }: { to: string }) {
  if (/^https?:\/\//i.test(to)) return <a href={to}>{to}</a>
  return /^[^\s@]+@[^\s@]+$/.test(to) ? <a href={`mailto:${to}`}>{to}</a> : <span>{to}</span>
}

/** The first sentence of all: how it stands, by the worst state. */
export function headline({ overall, services }: PublicStatus, language: Language): string {
  const names = services.filter(({ state }) => state === overall).map(({ title }) => textIn(title, language))
  return statusWords(language).headline(overall, names)
}

function ownerOf({ organisation, title }: PublicStatus, language: Language): string {
  return textIn(organisation ?? title, language)
}

function daysOf(entries: readonly PublicEntry[], times: StatusTimes) {
  const days: { day: string; entries: PublicEntry[] }[] = []
  for (const entry of entries) {
    const day = times.date(entry.at.epochMs)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** The characters behind entities, for the subset of the font. */
function unescaped(html: string): string {
  return html.includes('&') ? '&<>"\'' : ''
}
