import { useMemo, useState } from 'preact/hooks'
import type { CaseEdit } from '../../../../files/caseEdit.js'
import { systemWords } from '../../../../words/workspace/system.js'
import { sayRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import { conditionText } from '../../forms/conditionText.js'
import { choicesOf } from '../../forms/names.js'
import { Button } from '../../pieces/button.js'
import { Combobox } from '../../pieces/combobox.js'
import { say } from '../../pieces/status.js'
import { useLayout } from '../../preview/useLayout.js'
import { useReport } from '../../result/useReport.js'
import { casePath } from '../../router/router.js'
import { AddComponent } from './addComponent.js'
import { ChosenPart } from './chosenPart.js'
import { useLoss } from './lossPanel.js'
import { PictureBoard } from './pictureBoard.js'
import { needing, standsWithin } from './wiring.js'

/** What a choice in the picture is for. */
type Mode = 'choose' | 'connect' | 'place'

/** The system as a picture: choose a part and see what falls with it; connect and place parts by hand or by keyboard. */
export function SystemDrawing() {
  const open = useCase()
  const language = open.language.value
  const words = systemWords(language)
  const report = useReport().value
  const layout = useLayout(open.sound.value, language)
  const [wanted, setChosen] = useState<string | null>(null)
  const [mode, setMode] = useState<Mode>('choose')
  const components = open.written.value.entries('components')
  // What somebody else took away is not chosen any more.
  const chosen = components.some(({ id }) => id === wanted) ? wanted : null
  const loss = useLoss(report, chosen)
  const entryAt = (id: string) =>
    components.find(one => one.id === id)?.value as Readonly<Record<string, unknown>> | undefined
  const choices = useMemo(
    () => choicesOf(open.written.value, 'components', language),
    [open.written.value, language],
  )
  const titleFor = (id: string) => choices.find(({ value }) => value === id)?.label ?? id

  const change = (edit: CaseEdit, done: string) => {
    if (sayRefusal(open.edit(edit))) say(done)
    setMode('choose')
  }
  const connect = (needed: string, by: string) => {
    const condition = needing(conditionText(entryAt(by)?.needs), needed)
    if (needed === by || condition === null) return say(words.already)
    change(
      { kind: 'set', path: ['components', by, 'needs'], value: condition },
      words.connected(titleFor(needed), titleFor(by)),
    )
  }
  const place = (what: string, where: string | null) => {
    if (where !== null && standsWithin(where, what, id => entryAt(id)?.in)) {
      return say(words.wouldCircle, { look: 'wrong' })
    }
    const path = ['components', what, 'in']
    if ((entryAt(what)?.in ?? null) === where) return say(words.already)
    change(
      where === null ? { kind: 'remove', path } : { kind: 'set', path, value: where },
      words.placed(titleFor(what), where === null ? words.placeNowhere : titleFor(where)),
    )
  }
  const take = (id: string) => {
    if (mode === 'connect' && chosen !== null) connect(id, chosen)
    else if (mode === 'place' && chosen !== null) place(chosen, id)
    else setChosen(id)
  }

  if (components.length === 0) {
    return (
      <div class="system-empty">
        <p>
          <b>{words.empty}</b> {words.emptyAbout}
        </p>
        <div class="form-acts">
          <a class="button" data-look="strong" href={casePath(open.id, 'first-model')}>
            {words.ask}
          </a>
          {open.mayWrite.value && <AddComponent within={null} added={setChosen} />}
        </div>
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves what one was about to do, wherever the focus is
    <div
      class="system-drawing"
      onKeyDown={event => {
        if (event.key === 'Escape' && mode !== 'choose') setMode('choose')
      }}
    >
      <div class="system-bar">
        <Combobox
          value={chosen ?? ''}
          label={words.choose}
          placeholder={words.choose}
          choices={choices}
          commit={take}
        />
        {open.mayWrite.value && <AddComponent within={chosen} added={setChosen} />}
        {chosen !== null && open.mayWrite.value && (
          <>
            <Button size="small" aria-pressed={mode === 'connect'} onClick={() => setMode('connect')}>
              {words.connect}
            </Button>
            <Button size="small" aria-pressed={mode === 'place'} onClick={() => setMode('place')}>
              {words.place}
            </Button>
          </>
        )}
      </div>
      <p class="system-how" role="status">
        {mode === 'choose' && (open.mayWrite.value ? words.how : words.choose)}
        {mode === 'connect' && words.connectAbout(titleFor(chosen!))}
        {mode === 'place' && words.placeAbout(titleFor(chosen!))}
        {mode === 'place' && (
          <Button size="small" look="quiet" onClick={() => place(chosen!, null)}>
            {words.placeNowhere}
          </Button>
        )}
        {mode !== 'choose' && (
          <Button size="small" look="quiet" onClick={() => setMode('choose')}>
            {words.cancel}
          </Button>
        )}
      </p>
      {report !== null && layout !== null && open.result.value?.broken && (
        <p class="system-broken" role="status">
          <span aria-hidden="true">! </span>
          {words.lastWhole}
        </p>
      )}
      {report === null && open.result.value?.broken ? (
        <p class="quiet">{words.noPicture}</p>
      ) : report === null || layout === null ? (
        <p class="quiet picture-waiting">{words.drawing}</p>
      ) : (
        <PictureBoard
          report={report}
          layout={layout}
          chosen={chosen}
          loss={loss}
          mayWrite={open.mayWrite.value}
          label={words.pictureOf(components.length)}
          take={take}
          drop={(what, on, isContainer) => (isContainer ? place(what, on) : connect(on, what))}
        />
      )}
      {chosen !== null && (
        <ChosenPart
          key={chosen}
          id={chosen}
          title={titleFor}
          report={report}
          loss={loss}
          choose={setChosen}
        />
      )}
    </div>
  )
}
