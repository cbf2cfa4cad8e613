import { parseExpression } from './expression/parse.js'
import { eachId } from './expression/syntax.js'
import { tokensOf } from './expression/tokens.js'
import type { CasePath } from './problem.js'

/** Sections whose entries are named elsewhere in a case. */
export type NamedSection =
  | 'sources'
  | 'facts'
  | 'ifs'
  | 'actions'
  | 'components'
  | 'scenarios'
  | 'quantities'
  | 'events'

/** A place at which an entry is named. */
export interface Reference {
  readonly section: NamedSection
  readonly id: string
  /** Of an event: the scenario that it belongs to; `main` else. */
  readonly scenario: string
  readonly path: CasePath
  /** Whether it is named by the key at the path, rather than by the text there. */
  readonly atKey: boolean
  /** Where in that key or text the id stands, in UTF-16 units. */
  readonly within: { readonly from: number; readonly to: number }
}

type Values = Readonly<Record<string, unknown>>

/**
 * Calls `visit` for every place at which one entry of a case names another (DESIGN.md §2): lists of ids, expressions, durations that are named
 * quantities, keys such as those of `changes` and `crew`. The value need not have the right shape: what is not as it should be is
 * passed over. Whether an entry of the name exists is not asked.
 */
export function eachReference(document: Values, visit: (reference: Reference) => void): void {
  new Search(visit).document(document)
}

class Search {
  readonly #visit: (reference: Reference) => void

  constructor(visit: (reference: Reference) => void) {
    this.#visit = visit
  }

  document(document: Values): void {
    this.#entries(document, ['objectives'], (objective, path) => {
      this.#ids('components', objective.component, [...path, 'component'])
      this.#durations(objective, path, ['down-at-most', 'data-lost-at-most'])
      this.#ids('sources', objective.sources, [...path, 'sources'])
    })
    this.#entries(document, ['quantities'], (quantity, path) => this.#quantity(quantity, path))
    this.#entries(document, ['components'], (component, path) => this.#component(component, path))
    this.#entries(document, ['events'], (event, path) => this.#event(event, path, 'main'))
    this.#entries(document, ['facts'], (fact, path) => this.#fact(fact, path))
    this.#entries(document, ['ifs'], (written, path) => this.#if(written, path))
    this.#entries(document, ['shortcomings'], (shortcoming, path) => {
      for (const section of ['ifs', 'actions', 'sources'] as const) {
        this.#ids(section, shortcoming[section], [...path, section])
      }
    })
    this.#entries(document, ['actions'], (action, path) => {
      this.#ids('ifs', action.brings, [...path, 'brings'])
      this.#ids('sources', action.sources, [...path, 'sources'])
    })
    this.#entries(document, ['scenarios'], (scenario, path) => {
      this.#ids('ifs', scenario.ifs, [...path, 'ifs'])
      this.#entries(scenario, ['events'], (event, at) => this.#event(event, at, String(path[1])), path)
    })
    this.#portable(document.portable)
  }

  #portable(portable: unknown): void {
    if (!isMap(portable)) return
    this.#ids('components', portable.stays, ['portable', 'stays'])
    this.#keys('ifs', portable.ifs, ['portable', 'ifs'])
    this.#entries(portable, ['roles'], (role, at) => this.#ids('components', role.as, [...at, 'as']), [
      'portable',
    ])
    this.#entries(
      portable,
      ['ifs'],
      (written, at) => {
        for (const [place, having] of [written.has].flat().entries()) {
          const base = [...at, 'has', ...(Array.isArray(written.has) ? [place] : [])]
          if (isMap(having)) this.#durations(having, base, ['within'])
        }
        this.#entries(
          written,
          ['components'],
          (patch, inner) => {
            this.#durations(patch, inner, ['holdup'])
            if (isMap(patch.second)) this.#durations(patch.second, [...inner, 'second'], ['takes'])
          },
          at,
        )
      },
      ['portable'],
    )
  }

  #entries(
    owner: Values,
    [section]: readonly [string],
    each: (entry: Values, path: CasePath) => void,
    base: CasePath = [],
  ): void {
    const entries = owner[section]
    if (!isMap(entries)) return
    for (const [id, entry] of Object.entries(entries)) if (isMap(entry)) each(entry, [...base, section, id])
  }

  #fact(fact: Values, path: CasePath): void {
    for (const mode of ['changes', 'shows']) this.#keys('components', fact[mode], [...path, mode])
    this.#ids('sources', fact.sources, [...path, 'sources'])
    this.#ids('facts', fact.disputes, [...path, 'disputes'])
    if (fact.scenario !== 'main') this.#ids('scenarios', fact.scenario, [...path, 'scenario'])
  }

  #if(written: Values, path: CasePath): void {
    for (const section of ['components', 'events', 'quantities'] as const) {
      this.#keys(section, written[section], [...path, section])
    }
    this.#entries(written, ['components'], (component, at) => this.#component(component, at), path)
    this.#entries(written, ['events'], (event, at) => this.#event(event, at, 'main'), path)
    this.#entries(written, ['quantities'], (quantity, at) => this.#quantity(quantity, at), path)
    for (const field of ['requires', 'excludes']) this.#ids('ifs', written[field], [...path, field])
    this.#basisOfFields(written.basis, [...path, 'basis'])
    this.#ids('sources', written.sources, [...path, 'sources'])
  }

  #quantity(quantity: Values, path: CasePath): void {
    this.#basis(quantity.basis, [...path, 'basis'])
  }

  #component(component: Values, path: CasePath): void {
    for (const field of ['in', 'standby-for']) this.#ids('components', component[field], [...path, field])
    for (const field of ['needs', 'full']) this.#condition(component[field], [...path, field])
    this.#durations(component, path, ['holdup', 'mtbf', 'mttr'])
    const { recovery, copies } = component
    if (Array.isArray(recovery)) {
      for (const [place, way] of recovery.entries()) this.#way(way, [...path, 'recovery', place])
    } else this.#way(recovery, [...path, 'recovery'])
    this.#way(component.repair, [...path, 'repair'])
    for (const [place, copy] of (Array.isArray(copies) ? copies : []).entries()) {
      if (!isMap(copy)) continue
      const at = [...path, 'copies', place]
      this.#ids('components', copy.in, [...at, 'in'])
      this.#durations(copy, at, ['behind'])
    }
    this.#basisOfFields(component.basis, [...path, 'basis'])
    this.#ids('sources', component.sources, [...path, 'sources'])
  }

  #way(way: unknown, path: CasePath): void {
    if (!isMap(way)) return
    this.#durations(way, path, ['takes'])
    for (const field of ['needs', 'when']) this.#condition(way[field], [...path, field])
    this.#keys('components', way.crew, [...path, 'crew'])
  }

  #event(event: Values, path: CasePath, scenario: string): void {
    if (typeof event.after === 'string') this.#whole('events', event.after, [...path, 'after'], scenario)
    this.#durations(event, path, ['delay'])
    for (const field of ['when', 'unless']) this.#condition(event[field], [...path, field])
    for (const act of ['destroy', 'fail', 'cut', 'release', 'repair']) {
      const written = event[act]
      if (isMap(written)) this.#keys('components', written, [...path, act])
      else this.#ids('components', written, [...path, act])
    }
    this.#basisOfFields(event.basis, [...path, 'basis'])
    this.#ids('sources', event.sources, [...path, 'sources'])
  }

  /** A basis of all of its owner, or one for each field; a field within `crew` or `fail` is named by a component. */
  #basisOfFields(basis: unknown, path: CasePath): void {
    this.#basis(basis, path)
    if (!isMap(basis)) return
    for (const [field, one] of Object.entries(basis)) {
      this.#basis(one, [...path, field])
      const lead = /^(?:recovery\.(?:\d+\.)?crew\.|repair\.crew\.|fail\.)/.exec(field)?.[0]
      if (lead === undefined) continue
      const within = { from: lead.length, to: field.length }
      const at = { path: [...path, field], atKey: true, within }
      this.#visit({ section: 'components', id: field.slice(lead.length), scenario: 'main', ...at })
    }
  }

  #basis(basis: unknown, path: CasePath): void {
    if (!isMap(basis)) return
    for (const field of ['fitted', 'knowing']) {
      if (Array.isArray(basis[field])) this.#ids('facts', basis[field], [...path, field])
    }
    if (Array.isArray(basis.sources)) this.#ids('sources', basis.sources, [...path, 'sources'])
  }

  /** One id or a list of them. */
  #ids(section: NamedSection, ids: unknown, path: CasePath): void {
    if (typeof ids === 'string') this.#whole(section, ids, path)
    else if (Array.isArray(ids)) {
      for (const [place, id] of ids.entries()) {
        if (typeof id === 'string') this.#whole(section, id, [...path, place])
      }
    }
  }

  #keys(section: NamedSection, map: unknown, path: CasePath): void {
    if (!isMap(map)) return
    for (const id of Object.keys(map)) {
      const within = { from: 0, to: id.length }
      this.#visit({ section, id, scenario: 'main', path: [...path, id], atKey: true, within })
    }
  }

  /** A duration that is the id of a quantity. */
  #durations(owner: Values, path: CasePath, fields: readonly string[]): void {
    for (const field of fields) {
      const text = owner[field]
      if (typeof text !== 'string' || !/^\s*\p{L}/u.test(text)) continue
      const id = text.trim()
      const from = text.indexOf(id)
      const within = { from, to: from + id.length }
      this.#visit({
        section: 'quantities',
        id,
        scenario: 'main',
        path: [...path, field],
        atKey: false,
        within,
      })
    }
  }

  #condition(condition: unknown, path: CasePath): void {
    if (typeof condition === 'string') this.#expression(condition, path)
    else if (Array.isArray(condition)) {
      for (const [place, text] of condition.entries()) {
        if (typeof text === 'string') this.#expression(text, [...path, place])
      }
    }
  }

  /** The ids of an expression; of one that cannot be read its words. `x.full` names `x`. */
  #expression(text: string, path: CasePath): void {
    const found: { readonly id: string; readonly span: { readonly from: number; readonly to: number } }[] = []
    const syntax = parseExpression(text)
    if ('problem' in syntax) {
      for (const { kind, text: id, span } of tokensOf(text)) if (kind === 'word') found.push({ id, span })
    } else eachId(syntax, one => found.push(one))
    for (const { id: written, span } of found) {
      const id = written.endsWith('.full') ? written.slice(0, -'.full'.length) : written
      const within = { from: span.from, to: span.from + id.length }
      this.#visit({ section: 'components', id, scenario: 'main', path, atKey: false, within })
    }
  }

  #whole(section: NamedSection, id: string, path: CasePath, scenario = 'main'): void {
    this.#visit({ section, id, scenario, path, atKey: false, within: { from: 0, to: id.length } })
  }
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
