import type { ComponentChildren } from 'preact'

/** The figures that come to life in a page. `src/web/report.tsx` draws each again in its place. */
export type IslandName = 'replay' | 'ifs' | 'if' | 'and-we' | 'recovery' | 'path'

/** Where a living figure stands. What is inside was drawn when the report was published and is whole without script. */
export function Island({
  name,
  of,
  scenario,
  children,
}: {
  name: IslandName
  /** Id of what it is about: an if, or a service. */
  of?: string
  /** The scenario that it shows, where that is not the main one. */
  scenario?: string | undefined
  children: ComponentChildren
}) {
  return (
    <div class="island" data-island={name} data-props={JSON.stringify({ of, scenario })}>
      {children}
    </div>
  )
}
