// Each rule finds what it is for and is silent beside it. Left: the rule's code or nothing; then the case that shows it.

import { expect, it } from 'vitest'
import { openSession } from '../../src/assess/session.js'
import { lint } from '../../src/lint/lint.js'
import { document } from '../model/notation.js'

/** `code path` of every warning of a case. */
function warnings(text: string): string[] {
  const session = openSession(document(text))
  if (!('baseline' in session)) throw new Error(JSON.stringify(session.problems))
  return lint(session).map(({ code, path }) => `${code} ${path.join('.')}`)
}

const web = 'web: { kind: service }'

it.each([
  ['never-repaired events.a.destroy.0', `components: { ${web} }\nevents: { a: { at: +0m, destroy: [web] } }`],
  ['never-repaired events.a.destroy', `components: { ${web} }\nevents: { a: { at: +0m, destroy: web } }`],
  ['', `components: { ${web} }\nevents: { a: { at: +0m, destroy: [web] }, b: { at: +1m, repair: [web] } }`],
  [
    '',
    'components: { web: { kind: service, repair: { takes: 1h } } }\nevents: { a: { at: +0m, destroy: [web] } }',
  ],
  ['', 'components: { web: { kind: service, initial: absent } }\nevents: { a: { at: +0m, destroy: [web] } }'],
  [
    'never-repaired events.a.destroy.0',
    'components: { room: { kind: room }, web: { kind: service, in: room } }\nevents: { a: { at: +0m, destroy: [room] }, b: { at: +1m, repair: [room] } }',
  ],
  [
    'never-repaired scenarios.again.events.a.destroy.0',
    `components: { ${web} }\nscenarios: { again: { start: 2023-10-15 15:19, events: { a: { at: +0m, destroy: [web] } } } }`,
  ],
  [
    'crew-larger-than-team components.db.recovery.crew.ops',
    'components: { ops: { kind: team, count: 3 }, db: { kind: store, recovery: { takes: 1m, crew: { ops: 4 } } } }',
  ],
  [
    '',
    'components: { ops: { kind: team, count: 3 }, db: { kind: store, recovery: { takes: 1m, crew: { ops: 3 } } } }',
  ],
  [
    'slower-way-first components.db.recovery.0',
    'components: { db: { kind: store, recovery: [{ takes: 2h }, { takes: 1h }] } }',
  ],
  ['', 'components: { db: { kind: store, recovery: [{ takes: 1h }, { takes: 2h }] } }'],
  ['', 'components: { db: { kind: store, count: 10, recovery: [{ takes: 2h }, { takes: 1h, batch: 2 }] } }'],
  ['event-without-act events.a', `components: { ${web} }\nevents: { a: { at: +0m } }`],
  ['', `components: { ${web} }\nevents: { a: { at: +0m, release: [web] } }`],
  [
    'standby-takes-no-time components.s.standby-for',
    `components: { ${web}, s: { kind: service, standby-for: web } }`,
  ],
  ['', `components: { ${web}, s: { kind: service, standby-for: web, recovery: { takes: 1m } } }`],
  [
    'mixed-and-or components.c.needs',
    'components: { a: { kind: x }, b: { kind: x }, c: { kind: x, needs: a and b or a } }',
  ],
  ['', 'components: { a: { kind: x }, b: { kind: x }, c: { kind: x, needs: (a and b) or a } }'],
  [
    'if-replaces-list ifs.i.events.a.cut',
    `components: { ${web}, db: { kind: store } }\nevents: { a: { at: +0m, cut: [web, db] } }\nifs: { i: { title: I, events: { a: { cut: [db] } } } }`,
  ],
  [
    '',
    `components: { ${web}, db: { kind: store } }\nevents: { a: { at: +0m, cut: [db] } }\nifs: { i: { title: I, events: { a: { cut: [db, web] } } } }`,
  ],
  [
    'impossible-fact facts.f.shows.web',
    `components: { ${web} }\nevents: { a: { at: +0m, fail: [web] } }\nfacts: { f: { at: +1m, text: t, shows: { web: impaired } } }`,
  ],
  [
    'fact-of-untouched facts.f.shows.web',
    `components: { ${web} }\nfacts: { f: { at: +1m, text: t, shows: { web: up } } }`,
  ],
  ['', `components: { ${web} }\nfacts: { f: { at: +1m, text: t, shows: { web: down } } }`],
  [
    '',
    `components: { ${web}, a: { kind: x, needs: web } }\nevents: { e: { at: +0m, fail: [web] } }\nfacts: { f: { at: +1m, text: t, shows: { a: up } } }`,
  ],
  [
    'fact-after-horizon facts.f.at',
    `components: { ${web} }\nevents: { e: { at: +0m, fail: [web] } }\nfacts: { f: { at: +31d, text: t, shows: { web: up } } }`,
  ],
  ['', `components: { ${web} }\nfacts: { f: { at: +31d, text: t } }`],
  [
    'down-at-start components.web.needs',
    'components: { off: { kind: x, initial: absent }, web: { kind: service, needs: off } }',
  ],
  [
    'down-at-start components.web.in',
    'components: { off: { kind: site, initial: cut }, web: { kind: service, in: off } }',
  ],
  [
    '',
    'components: { off: { kind: x, initial: absent }, web: { kind: service, needs: off, initial: down, recovery: { takes: 1m } } }',
  ],
  ['unused-quantity quantities.q', `quantities: { q: { value: 5m } }\ncomponents: { ${web} }`],
  ['', 'quantities: { q: { value: 5m } }\ncomponents: { a: { kind: ups, holdup: q } }'],
  [
    '',
    `quantities: { q: { value: 5m } }\ncomponents: { ${web} }\nobjectives: { o: { component: web, down-at-most: q } }`,
  ],
])('%s', (expected, text) => {
  expect(warnings(text)).toEqual(expected === '' ? [] : [expected])
})
