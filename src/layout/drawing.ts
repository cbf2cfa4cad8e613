import type { Column } from './columnOf.js'
import type { Node } from './systemGraph.js'

/** A component's place in a picture, in SVG units from the top left. Containers hold others. */
export interface Placed {
  readonly component: string
  readonly node: Node
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly container: boolean
  /** 0 for the outermost. */
  readonly depth: number
}

/** A need drawn as a line: from what is needed to what needs it. */
export interface Line {
  readonly from: string
  readonly to: string
  /** `needs` to stay up, `recovery` to come back. */
  readonly of: 'needs' | 'recovery'
  readonly points: readonly (readonly [number, number])[]
}

/** One drawing of the system. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly columns: readonly {
    readonly key: Column
    readonly x: number
    /** Baseline of its heading. */
    readonly y: number
  }[]
  readonly placed: readonly Placed[]
  readonly lines: readonly Line[]
}

/** The drawings of one system: for a page of full width and for a phone. */
export interface SystemPictures {
  readonly wide: Layout
  readonly tall: Layout
}
