import { useState } from 'preact/hooks'
import type { InboxDraft } from '../../../../api/inbox.js'
import { inboxWords } from '../../../../words/workspace/inbox.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { say } from '../../pieces/status.js'
import { Tabs } from '../../pieces/tabs.js'
import { language } from '../../session/session.js'
import type { PageProps } from '../registry.js'
import { DraftRow } from './draftRow.js'
import { TakeIn } from './takeIn.js'
import { type DraftState, useDrafts } from './useDrafts.js'
import './inbox.css'

const states: readonly DraftState[] = ['open', 'accepted', 'discarded', 'merged']

/** What was taken in from elsewhere waits here: accept, merge, split, discard. */
export function InboxPage(_: PageProps) {
  const open = useCase()
  const words = inboxWords(language.value)
  const [state, setState] = useState<DraftState>('open')
  const drafts = useDrafts(state)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [foldedShown, setFoldedShown] = useState(false)
  const noise = drafts.drafts.filter(isNoise)
  const shown = foldedShown ? drafts.drafts : drafts.drafts.filter(draft => !isNoise(draft))
  const chosen = shown.filter(({ key }) => selected.has(key)).map(({ key }) => key)

  const accept = async (keys: readonly string[]) => {
    const result = await drafts.accept(keys)
    setSelected(new Set())
    if (result === null) return
    if (result.accepted > 0) say(words.accepted(result.accepted))
    if (result.refused > 0) say(words.notAccepted(result.refused), { look: 'wrong' })
  }
  return (
    <div class="inbox-page">
      <header>
        <h1>{words.title}</h1>
        <p class="quiet">{words.about}</p>
      </header>
      {open.mayWrite.value && <TakeIn taken={() => void drafts.reload()} />}
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
        {state === 'open' && shown.length > 0 && (
          <div class="inbox-bar">
            <label>
              <input
                type="checkbox"
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
                <Button
                  size="small"
                  onClick={() => {
                    void drafts.discard(chosen)
                    setSelected(new Set())
                  }}
                >
                  {words.discardMany(chosen.length)}
                </Button>
              </>
            )}
          </div>
        )}
        {!drafts.loading && drafts.drafts.length === 0 && <p class="quiet">{words.empty[state]}</p>}
        <ol class="drafts">
          {shown.map(draft => (
            <DraftRow
              key={draft.key}
              draft={draft}
              drafts={drafts}
              selected={selected.has(draft.key)}
              select={on => {
                const next = new Set(selected)
                if (on) next.add(draft.key)
                else next.delete(draft.key)
                setSelected(next)
              }}
              accept={() => void accept([draft.key])}
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

function isNoise({ state, flags }: InboxDraft): boolean {
  return state === 'open' && flags.some(({ code }) => code === 'noise')
}
