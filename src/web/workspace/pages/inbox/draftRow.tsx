import { useEffect, useState } from 'preact/hooks'
import type { InboxDraft } from '../../../../api/inbox.js'
import { flagWord, type ShownFlag } from '../../../../words/interop/flags/flagWords.js'
import { type InboxWords, inboxWords } from '../../../../words/workspace/inbox.js'
import { placeAddress } from '../../case/openPlace.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { Dialog } from '../../pieces/dialog.js'
import { TextField } from '../../pieces/field.js'
import { Menu } from '../../pieces/menu.js'
import { api, language } from '../../session/session.js'
import type { Drafts } from './useDrafts.js'

/** A text longer than this, or of more lines, is folded until it is asked for. */
const longFrom = 400
const linesFrom = 6
/** What another draft says is quoted up to this many characters. */
const quoteLength = 30

/** One draft: when, what, where it comes from, what deserves a look, and what can be done with it. */
export function DraftRow({
  draft,
  drafts,
  textOf,
  selected,
  select,
  accept,
  discard,
}: {
  readonly draft: InboxDraft
  readonly drafts: Drafts
  readonly selected: boolean
  /** What another draft says, where it is shown as well. */
  readonly textOf: (key: string) => string | undefined
  /** `isRange`: with all from the one that was pressed before. */
  readonly select: (selected: boolean, isRange: boolean) => void
  readonly accept: () => void
  readonly discard: () => void
}) {
  const open = useCase()
  const words = inboxWords(language.value)
  const [asking, setAsking] = useState<'original' | 'edit' | 'split' | null>(null)
  const { state, time, text, flags } = draft
  const [isUnfolded, setUnfolded] = useState(false)
  const isLong = text.length > longFrom || text.split('\n').length > linesFrom
  const flagText = (flag: ShownFlag) => {
    const other = flag.of === undefined ? undefined : textOf(flag.of)
    const of = other === undefined ? words.another : `“${other.slice(0, quoteLength)}”`
    return flagWord(flag.of === undefined ? flag : { ...flag, of }, language.value)
  }
  return (
    <li class="draft" data-selected={selected || undefined}>
      {state === 'open' && (
        <input
          type="checkbox"
          aria-label={words.select(text.slice(0, 60))}
          checked={selected}
          onClick={event => select(event.currentTarget.checked, event.shiftKey)}
          onKeyDown={event => {
            if (event.key === 'Enter') accept()
            else if (event.key === 'Delete' || event.key === 'Backspace') discard()
            else return
            event.preventDefault()
          }}
        />
      )}
      <span class="draft-time">{time === null ? <em>{words.noTime}</em> : time.at}</span>
      <div class="draft-what">
        <p class="draft-text" data-folded={(isLong && !isUnfolded) || undefined}>
          {text}
        </p>
        {isLong && (
          <Button look="quiet" size="small" onClick={() => setUnfolded(!isUnfolded)}>
            {isUnfolded ? words.fold : words.unfold}
          </Button>
        )}
        <p class="draft-marks">
          {draft.by !== undefined && <span>{draft.by}</span>}
          <span>{words.formats[draft.format as keyof InboxWords['formats']] ?? draft.format}</span>
          {flags.map((flag, place) => (
            <span key={place} class="draft-flag" data-code={flag.code}>
              {flagText(flag as unknown as ShownFlag)}
            </span>
          ))}
        </p>
      </div>
      <div class="draft-acts">
        {state === 'open' && (
          <Button size="small" onClick={accept}>
            {words.accept}
          </Button>
        )}
        {state === 'discarded' && (
          <Button size="small" onClick={() => void drafts.discard([draft.key], true)}>
            {words.restore}
          </Button>
        )}
        {draft.fact !== null && (
          <a
            class="button"
            data-size="small"
            href={placeAddress(open.id, { kind: 'entry', path: ['facts', draft.fact] })}
          >
            {words.fact}
          </a>
        )}
        <Button size="small" look="quiet" onClick={() => setAsking('original')}>
          {words.original}
        </Button>
        {state === 'open' && (
          <Menu
            label={<span aria-hidden="true">⋯</span>}
            title={words.acts(text.slice(0, 40))}
            align="right"
            items={[
              { label: words.edit, act: () => setAsking('edit') },
              { label: words.split, act: () => setAsking('split') },
              { label: words.discard, look: 'danger', act: discard },
            ]}
          />
        )}
      </div>
      {asking === 'original' && <Original draft={draft} close={() => setAsking(null)} />}
      {asking === 'edit' && <EditDraft draft={draft} drafts={drafts} close={() => setAsking(null)} />}
      {asking === 'split' && <SplitDraft draft={draft} drafts={drafts} close={() => setAsking(null)} />}
    </li>
  )
}

function Original({ draft, close }: { readonly draft: InboxDraft; readonly close: () => void }) {
  const open = useCase()
  const words = inboxWords(language.value)
  const [shown, setShown] = useState<{ original: string; sha256: string; place: string } | string | null>(
    null,
  )
  useEffect(() => {
    const params = { case: open.id, key: draft.key }
    void api
      .ask('get', '/api/cases/{case}/drafts/{key}/original', { params })
      .then(asked => setShown('refused' in asked ? asked.refused.message || asked.refused.code : asked.given))
  }, [open.id, draft.key])
  return (
    <Dialog title={words.original} close={close} wide>
      <p class="quiet">{words.originalAbout}</p>
      {typeof shown === 'string' && <p class="field-error">{shown}</p>}
      {shown !== null && typeof shown === 'object' && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long original is scrolled by keyboard */}
          <pre class="draft-original" tabIndex={0}>
            {shown.original}
          </pre>
          <p class="note">
            {words.place}: {shown.place}
            <br />
            {words.hash}: <code>{shown.sha256}</code>
          </p>
        </>
      )}
      {draft.link !== undefined && (
        <p>
          <a href={draft.link} rel="noreferrer" target="_blank">
            {words.openLink}
          </a>
        </p>
      )}
    </Dialog>
  )
}

function EditDraft({
  draft,
  drafts,
  close,
}: {
  readonly draft: InboxDraft
  readonly drafts: Drafts
  readonly close: () => void
}) {
  const words = inboxWords(language.value)
  const [at, setAt] = useState(draft.time?.at ?? '')
  const [text, setText] = useState(draft.text)
  const [wrong, setWrong] = useState<string | null>(null)
  const save = async () => {
    const change = {
      ...(at.trim() === (draft.time?.at ?? '') ? {} : { at: at.trim() }),
      ...(text === draft.text ? {} : { text }),
    }
    const why = Object.keys(change).length === 0 ? null : await drafts.change(draft.key, change)
    setWrong(why)
    if (why === null) close()
  }
  return (
    <Dialog title={words.edit} close={close}>
      <form
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField label={words.time} error={wrong} value={at} commit={setAt} typed={setAt} />
        <TextField label={words.text} value={text} commit={setText} typed={setText} several rows={5} />
        <div class="actions-row">
          <Button type="submit" look="strong">
            {words.save}
          </Button>
          <Button onClick={close}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function SplitDraft({
  draft,
  drafts,
  close,
}: {
  readonly draft: InboxDraft
  readonly drafts: Drafts
  readonly close: () => void
}) {
  const words = inboxWords(language.value)
  const [text, setText] = useState(draft.text.replace(/([.!?。])\s+/g, '$1\n'))
  const [wrong, setWrong] = useState<string | null>(null)
  const texts = text.split('\n').flatMap(line => (line.trim() === '' ? [] : [line.trim()]))
  const split = async () => {
    const why = await drafts.split(draft.key, texts)
    setWrong(why)
    if (why === null) close()
  }
  return (
    <Dialog title={words.split} close={close}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (texts.length > 1) void split()
        }}
      >
        <TextField
          label={words.text}
          hint={words.splitHint}
          error={wrong}
          value={text}
          commit={setText}
          typed={setText}
          several
          rows={7}
        />
        <div class="actions-row">
          <Button type="submit" look="strong" aria-disabled={texts.length < 2 || undefined}>
            {words.split} ({texts.length})
          </Button>
          <Button onClick={close}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
