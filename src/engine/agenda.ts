import { Heap } from './heap.js'

/** Classes of what is due, in the order in which they come within an instant (rule 9). */
export const dueKinds = { event: 0, work: 1, holdup: 2 } as const

/** Something that will happen at a time unless it is called off before; `token` tells whether it still stands. */
export interface Due {
  readonly timeMs: number
  readonly kind: 0 | 1 | 2
  /** Event: place in the document. Work: order in which it began. Hold-up: the settling in which it began. */
  readonly order: number
  /** Event: its index. Work: its index in `RunState.works`. Hold-up: the component. The second key of the order. */
  readonly subject: number
  readonly token: number
}

function comesBefore(a: Due, b: Due): boolean {
  if (a.timeMs !== b.timeMs) return a.timeMs < b.timeMs
  if (a.kind !== b.kind) return a.kind < b.kind
  if (a.order !== b.order) return a.order < b.order
  return a.subject < b.subject
}

/** What is due, in the order of rule 9. What was called off stays in until it comes up, and is left out then. */
export class Agenda {
  private readonly heap = new Heap<Due>(comesBefore)
  private readonly stands: (due: Due) => boolean

  constructor(stands: (due: Due) => boolean) {
    this.stands = stands
  }

  add(due: Due): void {
    this.heap.push(due)
  }

  /** Time of the next thing due, or infinity. */
  nextMs(): number {
    for (;;) {
      const due = this.heap.peek()
      if (due === undefined) return Number.POSITIVE_INFINITY
      if (this.stands(due)) return due.timeMs
      this.heap.pop()
    }
  }

  /** Takes what is due at `nowMs`; `undefined` when nothing else is. */
  take(nowMs: number): Due | undefined {
    return this.nextMs() === nowMs ? this.heap.pop() : undefined
  }
}
