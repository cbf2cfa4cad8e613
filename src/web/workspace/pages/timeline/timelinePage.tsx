import { useCase } from '../../case/useCase.js'
import type { PageProps } from '../registry.js'

/** The timeline. */
export function TimelinePage(_: PageProps) {
  const open = useCase()
  return (
    <ul>
      {open.written.value.entries('facts').map(({ id }) => (
        <li key={id}>{id}</li>
      ))}
    </ul>
  )
}
