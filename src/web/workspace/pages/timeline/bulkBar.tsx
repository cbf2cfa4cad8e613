import type { TimelineWords } from '../../../../words/workspace/timeline.js'
import { Button } from '../../pieces/button.js'
import { Menu } from '../../pieces/menu.js'

/** What can be done with the rows that are selected. */
export function BulkBar({
  words,
  count,
  mayWrite,
  setPhase,
  remove,
  unselect,
}: {
  readonly words: TimelineWords
  readonly count: number
  readonly mayWrite: boolean
  readonly setPhase: (phase: string | null) => void
  readonly remove: () => void
  readonly unselect: () => void
}) {
  return (
    <div class="bulk-bar" role="toolbar" aria-label={words.selected(count)}>
      <b>{words.selected(count)}</b>
      {mayWrite && (
        <>
          <Menu
            label={`${words.setPhase} ▾`}
            look="plain"
            items={[
              ...Object.entries(words.phases).map(([phase, label]) => ({
                label,
                act: () => setPhase(phase),
              })),
              null,
              { label: words.noPhase, act: () => setPhase(null) },
            ]}
          />
          <Button look="danger" size="small" onClick={remove}>
            {words.delete}
          </Button>
        </>
      )}
      <Button look="quiet" size="small" onClick={unselect}>
        {words.unselect}
      </Button>
    </div>
  )
}
