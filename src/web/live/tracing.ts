import { originsOf, traced } from './origins.js'

/** What the server says of a place in the case. */
interface Origin {
  readonly path: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly text: string
  readonly editor: string | null
}

/** What is said in the panel; the server writes it into the page in its language. */
export interface TracingWords {
  readonly toggle: string
  readonly hint: string
  readonly title: string
  readonly copy: string
  readonly copied: string
  readonly editor: string
  readonly close: string
  readonly nowhere: string
}

/**
 * Shows where things are written: while it is on, a click or the Enter key on whatever the case says opens a panel with file and
 * line, and nothing else happens. With the Alt key held it is so for one click.
 */
export function openTracing(button: HTMLButtonElement, words: TracingWords): void {
  const panel = new Panel(words)
  let on = false
  const given: Element[] = []
  const turn = (next: boolean) => {
    on = next
    button.setAttribute('aria-pressed', String(on))
    document.documentElement.toggleAttribute('data-tracing', on)
    if (!on) panel.close()
    if (on) giveKeyboard(given)
    else for (const element of given.splice(0)) element.removeAttribute('tabindex')
  }
  button.addEventListener('click', () => turn(!on))
  const ask = (event: Event, target: EventTarget | null) => {
    if (!(target instanceof Element) || target.closest('.tracing') !== null) return
    const origins = originsOf(target)
    event.preventDefault()
    event.stopPropagation()
    void panel.show(origins, target)
  }
  addEventListener('click', event => (on || event.altKey) && ask(event, event.target), { capture: true })
  addEventListener(
    'keydown',
    event => {
      if (event.key === 'Escape' && panel.isOpen) {
        event.stopPropagation()
        panel.close()
      } else if (event.key === 'Escape' && on) turn(false)
      else if (on && event.key === 'Enter') ask(event, event.target)
    },
    { capture: true },
  )
}

/** Whatever is traced and no control can be reached by the keyboard while tracing is on. */
function giveKeyboard(given: Element[]): void {
  for (const element of document.querySelectorAll(traced)) {
    if (element.matches('a[href], button, input, select, summary, [tabindex]')) continue
    element.setAttribute('tabindex', '0')
    given.push(element)
  }
}

class Panel {
  readonly #words: TracingWords
  #shown: HTMLElement | null = null
  #cause: Element | null = null

  constructor(words: TracingWords) {
    this.#words = words
  }

  get isOpen(): boolean {
    return this.#shown !== null
  }

  async show(paths: readonly string[], cause: Element): Promise<void> {
    const answers = await Promise.all(paths.map(asked))
    this.#shown?.remove()
    this.#cause = cause.closest<HTMLElement>('[tabindex], a, button') ?? cause
    const panel = element('section', { class: 'tracing', role: 'dialog', 'aria-label': this.#words.title })
    const found = answers.filter(answer => answer !== null)
    const close = element('button', { type: 'button', class: 'tracing-close' }, this.#words.close)
    close.addEventListener('click', () => this.close())
    panel.append(element('h2', {}, this.#words.title), close)
    if (found.length === 0) panel.append(element('p', {}, this.#words.nowhere))
    for (const origin of found) panel.append(this.#place(origin))
    document.body.append(panel)
    this.#shown = panel
    panel.querySelector('button')!.focus()
  }

  close(): void {
    if (this.#shown === null) return
    this.#shown.remove()
    this.#shown = null
    if (this.#cause instanceof HTMLElement || this.#cause instanceof SVGElement) this.#cause.focus()
  }

  #place({ path, file, line, column, text, editor }: Origin): HTMLElement {
    const where = `${file}:${line}`
    const copy = element('button', { type: 'button' }, this.#words.copy)
    copy.addEventListener('click', () => {
      void navigator.clipboard.writeText(where).then(() => {
        copy.textContent = this.#words.copied
      })
    })
    const place = element('div', { class: 'tracing-place' })
    const head = element(
      'p',
      {},
      element('code', { class: 'tracing-where' }, `${where}:${column}`),
      ' ',
      copy,
    )
    if (editor !== null) head.append(' ', element('a', { href: editor }, this.#words.editor))
    place.append(head, element('p', { class: 'tracing-path' }, path), element('pre', { tabindex: '0' }, text))
    return place
  }
}

async function asked(path: string): Promise<Origin | null> {
  const answer = await fetch(`origin?path=${encodeURIComponent(path)}`)
  return answer.ok ? ((await answer.json()) as Origin) : null
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children)
  return made
}
