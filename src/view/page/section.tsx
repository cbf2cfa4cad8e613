import { type ComponentChildren, toChildArray } from 'preact'
import { boundWords } from './boundWords.js'

interface SectionProps {
  readonly id: string
  /** The small question above the heading; null where the section is prose alone. */
  readonly question: string | null
  /** Answers the question in one sentence. */
  readonly heading: ComponentChildren
  readonly children: ComponentChildren
}

/** A section: a small question, a heading that answers it, then the picture or the prose. */
export function Section({ id, question, heading, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`}>
      {question !== null && <p class="q">{question}</p>}
      <h2 id={`${id}-heading`}>
        {toChildArray(heading).map(part => (typeof part === 'string' ? boundWords(part) : part))}
      </h2>
      {children}
    </section>
  )
}
