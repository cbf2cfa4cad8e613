/**
 * A case as its files write it, after its shape was checked: durations, times and expressions are still the text that
 * the author wrote. `src/model/schema/` describes the same shape to machines; a test holds the two together.
 */

/** A text that people read: one string, or one for each language. */
export type Text = string | { readonly ko?: string; readonly en?: string }

/** Where a quantity of the model comes from. */
export type Basis =
  | 'assumed'
  | { readonly sources: readonly string[] }
  | { readonly fitted: readonly string[] }
  | { readonly derived: Text }
  | { readonly assumed: true; readonly knowing?: readonly string[] }

/** An expression; a list means `and`. */
export type Condition = string | readonly string[]

/** `90s`, `4h30m`, `8m..14m`, or the id of a named quantity. */
export type DurationText = string

export interface CaseHead {
  readonly title: Text
  readonly organisation?: Text
  readonly timezone: string
  readonly start: string
  readonly horizon?: string
  readonly languages?: readonly Language[]
  readonly summary?: Text
  readonly 'cost-unit'?: Text
  /** Where a fact can be disputed. */
  readonly contact?: string
}

export type Language = 'ko' | 'en'

export interface Objective {
  readonly title?: Text
  readonly component: string
  readonly 'down-at-most'?: DurationText
  readonly 'data-lost'?: 'never'
  readonly 'data-lost-at-most'?: DurationText
  readonly sources?: readonly string[]
}

export interface NamedQuantity {
  readonly title?: Text
  readonly value: DurationText
  readonly basis?: Basis
}

export interface Way {
  readonly title?: Text
  readonly takes?: DurationText
  readonly needs?: Condition
  readonly when?: Condition
  readonly batch?: number | string
  readonly 'at-once'?: number
  readonly crew?: Readonly<Record<string, number>>
}

/** Work that mends a destroyed component. */
export type Repair = Pick<Way, 'title' | 'takes' | 'needs' | 'crew'>

export interface Copy {
  readonly in: string
  readonly behind?: DurationText
}

export interface Component {
  readonly kind: string
  readonly title?: Text
  readonly about?: Text
  /** What its kind does not say and another system's portable form may ask for: `batteries`, `fire-wall`. */
  readonly traits?: readonly string[]
  readonly in?: string
  readonly count?: number
  readonly initial?: 'up' | 'down' | 'cut' | 'absent'
  readonly needs?: Condition
  readonly full?: Condition
  readonly holdup?: DurationText
  readonly recovery?: 'none' | Way | readonly Way[]
  readonly repair?: Repair
  readonly 'standby-for'?: string
  readonly priority?: number
  readonly users?: number
  readonly copies?: readonly Copy[]
  readonly works?: string
  readonly mtbf?: DurationText
  readonly mttr?: DurationText
  /** Keys are field paths within the component: `count`, `recovery.takes`, `recovery.1.takes`. */
  readonly basis?: Readonly<Record<string, Basis>> | Basis
  readonly sources?: readonly string[]
}

export interface CaseEvent {
  readonly title?: Text
  readonly at?: string
  readonly after?: string
  readonly delay?: DurationText
  readonly when?: Condition
  readonly unless?: Condition
  readonly chance?: string
  readonly destroy?: string | readonly string[]
  readonly fail?: string | readonly string[] | Readonly<Record<string, number | string>>
  readonly cut?: string | readonly string[]
  readonly release?: string | readonly string[]
  readonly repair?: string | readonly string[]
  readonly basis?: Readonly<Record<string, Basis>> | Basis
  readonly sources?: readonly string[]
}

export type Withheld = 'personal-data' | 'security' | 'legal' | 'third-party'

export type Visibility = 'public' | { readonly withheld: Withheld; readonly until?: string }

export type Phase =
  | 'trigger'
  | 'impact'
  | 'detection'
  | 'declaration'
  | 'mitigation'
  | 'recovery'
  | 'communication'
  | 'context'

export interface Fact {
  readonly at: string
  readonly text: Text
  /** Component id → `up`, `impaired`, `down`, a number, `40%`, `at least 12000`. This state begins now. */
  readonly changes?: Readonly<Record<string, string | number>>
  /** As `changes`, but the state holds now. */
  readonly shows?: Readonly<Record<string, string | number>>
  readonly phase?: Phase
  readonly sources?: readonly string[]
  readonly evidence?: readonly string[]
  /** The organisation that says so, where it is a claim. Never a person. */
  readonly 'claimed-by'?: Text
  readonly disputes?: string | readonly string[]
  readonly scenario?: string
  readonly visibility?: Visibility
}

export type Layer = 'facility' | 'infrastructure' | 'platform' | 'service' | 'organisation'

/** A patch: maps merge, lists and scalars replace, `null` removes. */
export interface If {
  readonly title: Text
  readonly about?: Text
  readonly layer?: Layer
  readonly components?: Readonly<Record<string, unknown>>
  readonly events?: Readonly<Record<string, unknown>>
  readonly quantities?: Readonly<Record<string, unknown>>
  readonly cost?: number | string
  readonly requires?: readonly string[]
  readonly excludes?: readonly string[]
  readonly for?: 'facility' | 'fire-service' | 'operator' | 'regulator'
  readonly basis?: Readonly<Record<string, Basis>> | Basis
  readonly sources?: readonly string[]
}

export interface Shortcoming {
  readonly title?: Text
  readonly 'as-built': Text
  readonly 'assumed-then'?: Text
  readonly 'why-reasonable'?: Text
  readonly ideal?: Text
  readonly ifs?: readonly string[]
  readonly actions?: readonly string[]
  readonly sources?: readonly string[]
  readonly visibility?: Visibility
}

export interface Source {
  readonly title: Text
  readonly publisher?: Text
  readonly url?: string
  readonly date?: string
  readonly kind?: 'primary' | 'press' | 'derived'
  readonly file?: string
}

export interface Action {
  readonly title: Text
  readonly owner?: Text
  readonly due?: string
  readonly done?: string
  readonly status?: 'open' | 'done' | 'dropped'
  readonly brings?: readonly string[]
  readonly sources?: readonly string[]
  readonly visibility?: Visibility
}

export interface ScenarioSection {
  readonly title?: Text
  readonly start: string
  readonly horizon?: string
  readonly ifs?: readonly string[]
  readonly events: Readonly<Record<string, CaseEvent>>
}

/** A part in what happened, as it may be played by components of another system. */
export interface Role {
  readonly title?: Text
  readonly about?: Text
  readonly kind: string | readonly string[]
  /** Id of the role in whose component it stands, directly or not. */
  readonly in?: string
  /** Id of the role in whose component it does not stand. */
  readonly outside?: string
  /** Id of the role whose component stands in it, directly or not. */
  readonly holds?: string
  /** Id of a role whose component it needs to stay up, directly or not. */
  readonly needs?: string
  /** Id of a role whose component needs it to stay up, directly or not. */
  readonly 'needed-by'?: string
  /** Something needs it to come back. */
  readonly 'for-recovery'?: boolean
  readonly traits?: readonly string[]
  readonly 'count-at-least'?: number
  /** Who plays it in this case. */
  readonly as?: string | readonly string[]
  /** `one` component, each that fits in turn; or `all` that fit, together. */
  readonly take?: 'one' | 'all'
  /** The scenario means something without it: where nothing fits, it is taken to be absent. */
  readonly optional?: boolean
}

/** One thing by which a system is seen to have what an if asks for. */
export type Having =
  | { readonly there: string }
  | { readonly stands: string; readonly without: string; readonly within?: DurationText }
  | { readonly copied: string; readonly outside: string }

/** What an if does to whatever plays a role. */
export interface RolePatch {
  readonly initial?: 'up' | 'down' | 'cut' | 'absent'
  readonly holdup?: DurationText
  /** Of the units that are there: `300%`. */
  readonly count?: string
  /** A second of it stands elsewhere: at once, or started when the first is down. */
  readonly second?: { readonly takes?: DurationText }
}

/** An if in words and terms that hold for other systems too. */
export interface PortableIf {
  /** What is so where it holds, in the present: "the recovery tools also stand in another data centre". */
  readonly condition?: Text
  /** What to look at first where it does not hold. */
  readonly look?: Text
  readonly has?: Having | readonly Having[]
  /** Role → what changes. */
  readonly components?: Readonly<Record<string, RolePatch>>
}

/** The case's scenario as it may be met by another system. */
export interface Portable {
  readonly about?: Text
  /** Components of this case whose part in the events is left at home. */
  readonly stays?: readonly string[]
  readonly roles?: Entries<Role>
  readonly ifs?: Entries<PortableIf>
}

type Entries<T> = Readonly<Record<string, T>>

/** Every section of a case, merged from its files in the order of the document (files by name, then lines). */
export interface CaseDocument {
  readonly case: CaseHead
  readonly objectives?: Entries<Objective>
  readonly quantities?: Entries<NamedQuantity>
  readonly components?: Entries<Component>
  readonly events?: Entries<CaseEvent>
  readonly facts?: Entries<Fact>
  readonly ifs?: Entries<If>
  readonly shortcomings?: Entries<Shortcoming>
  readonly sources?: Entries<Source>
  readonly actions?: Entries<Action>
  readonly scenarios?: Entries<ScenarioSection>
  readonly portable?: Portable
}
