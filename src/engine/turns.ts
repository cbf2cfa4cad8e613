/** Components whose turn has come, first come first served; one that is in already is not put in again. A ring. */
export class Turns {
  private readonly ring: Int32Array
  private readonly within: Uint8Array
  private head = 0
  private size = 0

  constructor(count: number) {
    this.ring = new Int32Array(count)
    this.within = new Uint8Array(count)
  }

  add(component: number): void {
    if (this.within[component] === 1) return
    this.within[component] = 1
    const at = this.head + this.size++
    this.ring[at < this.ring.length ? at : at - this.ring.length] = component
  }

  next(): number | undefined {
    if (this.size === 0) return undefined
    const component = this.ring[this.head]!
    this.head = this.head + 1 < this.ring.length ? this.head + 1 : 0
    this.size--
    this.within[component] = 0
    return component
  }
}
