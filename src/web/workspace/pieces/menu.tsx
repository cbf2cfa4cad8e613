import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import './menu.css'

/** One thing that a menu can do. */
export interface MenuItem {
  readonly label: ComponentChildren
  readonly act: () => void
  readonly look?: 'danger'
  /** For a choice among several: whether it is the one. */
  readonly checked?: boolean
  readonly disabled?: boolean
  /** The key that does the same. */
  readonly key?: string
}

/** A button that opens a list of things to do. Arrows move, Escape closes, typing a letter goes to what begins with it. */
export function Menu({
  label,
  title,
  items,
  align = 'left',
  look = 'quiet',
}: {
  readonly label: ComponentChildren
  /** Read out where the label is only a sign. */
  readonly title?: string
  readonly items: readonly (MenuItem | null)[]
  readonly align?: 'left' | 'right'
  readonly look?: 'quiet' | 'plain'
}) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!open) return
    const leave = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    addEventListener('pointerdown', leave)
    addEventListener('focusin', leave)
    entries(box.current)[0]?.focus()
    return () => {
      removeEventListener('pointerdown', leave)
      removeEventListener('focusin', leave)
    }
  }, [open])

  const shut = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries(box.current)
    const at = all.indexOf(document.activeElement as HTMLElement)
    const to = (place: number) => {
      event.preventDefault()
      all[(place + all.length) % all.length]?.focus()
    }
    if (event.key === 'Escape') {
      event.stopPropagation()
      shut()
    } else if (event.key === 'ArrowDown') to(at + 1)
    else if (event.key === 'ArrowUp') to(at - 1)
    else if (event.key === 'Home') to(0)
    else if (event.key === 'End') to(-1)
    else if (event.key.length === 1 && /\S/.test(event.key)) {
      const letter = event.key.toLowerCase()
      const order = [...all.slice(at + 1), ...all.slice(0, at + 1)]
      order.find(item => item.textContent?.trim().toLowerCase().startsWith(letter))?.focus()
    }
  }
  return (
    <div class="menu" ref={box}>
      <button
        ref={button}
        type="button"
        class="button"
        data-look={look}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title={title}
        onClick={() => setOpen(!open)}
        onKeyDown={event => {
          if (event.key === 'ArrowDown' && !open) {
            event.preventDefault()
            setOpen(true)
          }
        }}
      >
        {label}
        {title !== undefined && <span class="vh"> {title}</span>}
      </button>
      {open && (
        <div class="menu-list" role="menu" id={id} data-align={align} onKeyDown={onKeyDown} tabIndex={-1}>
          {items.map((item, place) =>
            item === null ? (
              <hr key={`line-${place}`} />
            ) : (
              // biome-ignore lint/a11y/useAriaPropsSupportedByRole: with a check it is a menuitemradio
              <button
                key={place}
                type="button"
                tabIndex={-1}
                role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={item.checked}
                aria-disabled={item.disabled || undefined}
                data-look={item.look}
                onClick={() => {
                  if (item.disabled) return
                  shut()
                  item.act()
                }}
              >
                {item.checked !== undefined && (
                  <span class="menu-check" aria-hidden="true">
                    {item.checked ? '✓' : ''}
                  </span>
                )}
                <span class="menu-label">{item.label}</span>
                {item.key !== undefined && <kbd>{item.key}</kbd>}
              </button>
            ),
          )}
        </div>
      )}
    </div>
  )
}

function entries(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('.menu-list > button') ?? [])]
}
