import { Component, type ComponentChildren } from 'preact'

interface StillProps {
  /** While this is true, what is inside stays as it was drawn last. */
  readonly still: boolean
  readonly children: ComponentChildren
}

/** Keeps a part of a figure from being drawn again while nobody can see it. */
export class Still extends Component<StillProps> {
  override shouldComponentUpdate(next: StillProps): boolean {
    return !next.still
  }

  override render({ children }: StillProps): ComponentChildren {
    return children
  }
}

interface UnchangedProps {
  /** What the drawing follows from: drawn again only when one of them is another. */
  readonly of: readonly unknown[]
  readonly draw: () => ComponentChildren
}

/** A part of a figure that is drawn again only when what it follows from has changed. */
export class Unchanged extends Component<UnchangedProps> {
  override shouldComponentUpdate(next: UnchangedProps): boolean {
    return (
      next.of.length !== this.props.of.length ||
      next.of.some((value, place) => value !== this.props.of[place])
    )
  }

  override render({ draw }: UnchangedProps): ComponentChildren {
    return draw()
  }
}
