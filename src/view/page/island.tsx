import type { ComponentChildren } from 'preact'

/** The figures that come to life in a page. `src/web/report.tsx` draws each again in its place. */
export type IslandName = 'replay' | 'ifs' | 'if' | 'recovery' | 'path'

/** Where a living figure stands. What is inside was drawn when the report was published and is whole without script. */
export function Island({
  name,
  of,
  children,
}: {
  name: IslandName
  /** Id of what it is about: an if, or a service. */
  of?: string
  children: ComponentChildren
}) {
  return (
    <div class="island" data-island={name} data-props={JSON.stringify(of === undefined ? {} : { of })}>
      {children}
    </div>
  )
}
