import { Component, type ComponentType, h } from 'preact'

/** A component that is drawn again only when one of its properties is another value. */
export function memo<Props extends object>(Inner: ComponentType<Props>): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const before = this.props as Record<string, unknown>
      const after = next as Record<string, unknown>
      for (const name in after) if (before[name] !== after[name]) return true
      for (const name in before) if (!(name in after)) return true
      return false
    }

    override render() {
      return h(Inner, this.props as Props)
    }
  } as unknown as ComponentType<Props>
}
