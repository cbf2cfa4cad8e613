import type { ButtonHTMLAttributes, ComponentChildren, Ref } from 'preact'
import './button.css'

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'size'> & {
  /** `strong`: the one thing to do here. `quiet`: no border. `danger`: takes something away. */
  readonly look?: 'strong' | 'plain' | 'quiet' | 'danger'
  readonly size?: 'small' | 'normal'
  readonly busy?: boolean
  readonly class?: string
  readonly children?: ComponentChildren
  readonly buttonRef?: Ref<HTMLButtonElement>
}

/** A button. While `busy` it cannot be pressed again, but keeps the focus. */
export function Button({ look = 'plain', size = 'normal', busy = false, buttonRef, ...rest }: ButtonProps) {
  const { class: more, onClick, children, ...attributes } = rest
  return (
    <button
      type="button"
      {...attributes}
      ref={buttonRef ?? null}
      class={`button${more === undefined ? '' : ` ${more}`}`}
      data-look={look}
      data-size={size}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={event => {
        if (!busy) onClick?.(event)
        else event.preventDefault()
      }}
    >
      {children}
    </button>
  )
}
