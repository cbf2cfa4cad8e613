import { useState } from 'preact/hooks'
import type { InboxDraft } from '../../../../api/inbox.js'
import { inboxWords } from '../../../../words/workspace/inbox.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { say } from '../../pieces/status.js'
import { Tabs } from '../../pieces/tabs.js'
import { language } from '../../session/session.js'
import type { PageProps } from '../registry.js'
import { type DraftFilter, filtersOf, selected as selectedAfter, shows } from './draftFilter.js'
import { DraftRow } from './draftRow.js'
import { TakeIn } from './takeIn.js'
import { type DraftState, useDrafts } from './useDrafts.js'
import './inbox.css'

const states: readonly DraftState[] = ['open', 'accepted', 'discarded', 'merged']

/** What was taken in from elsewhere waits here: accept, merge, split, discard. */
export function InboxPage(_: PageProps) {
  const open = useCase()
  const words = inboxWords(language.value)
  if (open.mayWrite.value) return <Inbox />
  // Drafts hold what came in before names were looked at: they are for those who write.
  return (
    <div class="inbox-page">
      <h1>{words.title}</h1>
      <p>{words.mayNotRead}</p>
    </div>
  )
}

function Inbox() {
  const words = inboxWords(language.value)
  const [state, setState] = useState<DraftState>('open')
  const drafts = useDrafts(state)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [foldedShown, setFoldedShown] = useState(false)
  const [wanted, setFilter] = useState<DraftFilter>('all')
  /** Where a selection with Shift begins. */
  const [last, setLast] = useState<string | null>(null)
  const noise = drafts.drafts.filter(isNoise)
  const unfolded = foldedShown ? drafts.drafts : drafts.drafts.filter(draft => !isNoise(draft))
  const filters = filtersOf(unfolded)
  // When the last of its kind is dealt with, all are shown again.
  const filter = filters.some(one => one.filter === wanted) ? wanted : 'all'
  const shown = filter === 'all' ? unfolded : unfolded.filter(draft => shows(filter, draft))
  const keys = shown.map(({ key }) => key)
  const textOf = (key: string) => drafts.drafts.find(draft => draft.key === key)?.text
  const chosen = shown.filter(({ key }) => selected.has(key)).map(({ key }) => key)

  const accept = async (keys: readonly string[]) => {
    const result = await drafts.accept(keys)
    setSelected(new Set())
    if (result === null) return
    if (result.accepted > 0) say(words.accepted(result.accepted))
    if (result.refused > 0) say(words.notAccepted(result.refused), { look: 'wrong' })
  }
  const discard = async (gone: readonly string[]) => {
    setSelected(new Set())
    if (!(await drafts.discard(gone))) return
    const act = () => void drafts.discard(gone, true)
    say(words.discarded(gone.length), { action: { label: words.restore, act } })
  }
  const press = (key: string, on: boolean, isRange: boolean) => {
    setSelected(selectedAfter(selected, keys, key, { on, from: isRange ? last : null }))
    setLast(key)
  }
  return (
    <div class="inbox-page">
      <header>
        <h1>{words.title}</h1>
        <p class="quiet">{words.about}</p>
      </header>
      <TakeIn taken={() => void drafts.reload()} />
      <Tabs
        label={words.title}
        tabs={states.map(key => ({
          key,
          label:
            key === state && drafts.total > 0 ? `${words.states[key]} ${drafts.total}` : words.states[key],
        }))}
        chosen={state}
        choose={key => {
          setState(key as DraftState)
          setSelected(new Set())
        }}
      >
        {drafts.wrong !== null && (
          <p class="field-error" role="alert">
            {drafts.wrong}
          </p>
        )}
        {filters.length > 1 && (
          <fieldset class="inbox-filters">
            <legend class="vh">{words.show}</legend>
            {filters.map(one => (
              <Button
                key={one.filter}
                size="small"
                look={one.filter === filter ? 'plain' : 'quiet'}
                aria-pressed={one.filter === filter}
                onClick={() => {
                  setFilter(one.filter)
                  setSelected(new Set())
                }}
              >
                {words.filters[one.filter]} {one.count}
              </Button>
            ))}
          </fieldset>
        )}
        {state === 'open' && shown.length > 0 && (
          <div class="inbox-bar" data-chosen={chosen.length > 0 || undefined}>
            <label>
              <input
                type="checkbox"
                ref={box => {
                  if (box !== null) box.indeterminate = chosen.length > 0 && chosen.length < shown.length
                }}
                checked={chosen.length > 0 && chosen.length === shown.length}
                onChange={event =>
                  setSelected(new Set(event.currentTarget.checked ? shown.map(({ key }) => key) : []))
                }
              />{' '}
              {chosen.length === 0 ? words.selectAll : words.selected(chosen.length)}
            </label>
            {chosen.length > 0 && (
              <>
                <Button size="small" look="strong" onClick={() => void accept(chosen)}>
                  {words.acceptMany(chosen.length)}
                </Button>
                {chosen.length > 1 && (
                  <Button
                    size="small"
                    onClick={() => {
                      void drafts.merge(chosen)
                      setSelected(new Set())
                    }}
                  >
                    {words.merge(chosen.length)}
                  </Button>
                )}
                <Button size="small" onClick={() => void discard(chosen)}>
                  {words.discardMany(chosen.length)}
                </Button>
              </>
            )}
            {chosen.length === 0 && <span class="inbox-keys">{words.keys}</span>}
          </div>
        )}
        {!drafts.loading && drafts.wrong === null && drafts.drafts.length === 0 && (
          <p class="quiet">{words.empty[state]}</p>
        )}
        <ol class="drafts" onKeyDown={moveInDrafts}>
          {shown.map(draft => (
            <DraftRow
              key={draft.key}
              draft={draft}
              drafts={drafts}
              textOf={textOf}
              selected={selected.has(draft.key)}
              select={(on, isRange) => press(draft.key, on, isRange)}
              accept={() => void accept([draft.key])}
              discard={() => void discard([draft.key])}
            />
          ))}
        </ol>
        {noise.length > 0 && !foldedShown && (
          <p class="inbox-folded">
            {words.folded(noise.length)}{' '}
            <Button size="small" look="quiet" onClick={() => setFoldedShown(true)}>
              {words.showFolded}
            </Button>
          </p>
        )}
        {drafts.total > drafts.drafts.length && (
          <Button look="quiet" onClick={drafts.more}>
            {words.loadMore(drafts.total - drafts.drafts.length)}
          </Button>
        )}
      </Tabs>
    </div>
  )
}

/** Up and down go from draft to draft by their boxes. */
function moveInDrafts(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(event.target instanceof HTMLInputElement) || event.target.type !== 'checkbox') return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('.draft > input[type="checkbox"]')]
  const next = boxes[boxes.indexOf(event.target) + step]
  event.preventDefault()
  next?.focus()
  next?.closest('.draft')?.scrollIntoView({ block: 'nearest' })
}

function isNoise({ state, flags }: InboxDraft): boolean {
  return state === 'open' && flags.some(({ code }) => code === 'noise')
}
