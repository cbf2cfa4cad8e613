import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import type { TimelineWords } from '../../../../words/workspace/timeline.js'
import { Button } from '../../pieces/button.js'
import { isComposing } from '../../pieces/composing.js'
import { Dialog } from '../../pieces/dialog.js'
import { Menu } from '../../pieces/menu.js'
import type { FilterKey } from './filters.js'

/** What stands above the table: how many facts, searching, filtering, a new one, help. */
export function TimelineBar({
  words,
  shown,
  all,
  search,
  setSearch,
  searchField,
  filter,
  setFilter,
  newFact,
  toGrid,
}: {
  readonly words: TimelineWords
  readonly shown: number
  readonly all: number
  readonly search: string
  readonly setSearch: (search: string) => void
  readonly searchField: RefObject<HTMLInputElement | null>
  readonly filter: FilterKey
  readonly setFilter: (filter: FilterKey) => void
  /** Null where one may not write. */
  readonly newFact: (() => void) | null
  readonly toGrid: () => void
}) {
  const [help, setHelp] = useState(false)
  const filters = Object.keys(words.filters) as FilterKey[]
  return (
    <div class="timeline-bar">
      <h1 class="vh">{words.title}</h1>
      <span class="timeline-count" aria-live="polite">
        {words.count(shown, all)}
      </span>
      <input
        ref={searchField}
        type="search"
        class="control timeline-search"
        aria-label={words.search}
        placeholder={words.searchHint}
        defaultValue={search}
        onInput={event => setSearch(event.currentTarget.value)}
        onKeyDown={event => {
          if (isComposing(event)) return
          if (event.key === 'Enter' || event.key === 'ArrowDown') {
            event.preventDefault()
            toGrid()
          }
          if (event.key === 'Escape') {
            event.currentTarget.value = ''
            setSearch('')
            toGrid()
          }
        }}
      />
      <Menu
        label={
          <>
            {filter === 'all' ? words.filter : words.filters[filter]} <span aria-hidden="true">▾</span>
          </>
        }
        look={filter === 'all' ? 'quiet' : 'plain'}
        items={filters.map(key => ({
          label: words.filters[key],
          checked: filter === key,
          act: () => setFilter(key),
        }))}
      />
      <span class="timeline-bar-right">
        <Button look="quiet" title={words.keys} class="keys-button" onClick={() => setHelp(true)}>
          <span aria-hidden="true">?</span>
          <span class="vh">{words.keys}</span>
        </Button>
        {newFact !== null && (
          <Button look="strong" onClick={newFact}>
            <span aria-hidden="true">+</span> {words.newRow}
          </Button>
        )}
      </span>
      {help && (
        <Dialog title={words.keys} close={() => setHelp(false)}>
          <dl class="key-list">
            {words.keyList.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )}
    </div>
  )
}
