import { useState } from 'preact/hooks'
import type { AgendaItem } from '../../../../api/review.js'
import { reviewWords } from '../../../../words/workspace/review.js'
import { useCase } from '../../case/useCase.js'
import { readText } from '../../forms/textInCase.js'
import { Button } from '../../pieces/button.js'
import { Dialog } from '../../pieces/dialog.js'
import { CheckField, TextField } from '../../pieces/field.js'
import { api, language } from '../../session/session.js'

/** A new round: the agenda that the program proposes, less what is left out, with one's own questions. */
export function OpenRound({ opened }: { readonly opened: () => Promise<void> }) {
  const open = useCase()
  const words = reviewWords(language.value)
  const params = { case: open.id }
  const [proposed, setProposed] = useState<readonly AgendaItem[] | null>(null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [title, setTitle] = useState('')
  const [own, setOwn] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const propose = async () => {
    const asked = await api.ask('get', '/api/cases/{case}/agenda', { params })
    if ('refused' in asked) return setWrong(asked.refused.message || asked.refused.code)
    setWrong(null)
    setProposed(asked.given.items)
  }
  const items: readonly AgendaItem[] = [
    ...(proposed ?? []).filter(({ id }) => !left.has(id)),
    ...own
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
      .map((line, place) => ({
        id: `own-${place + 1}`,
        kind: 'own' as const,
        about: [],
        text: { [language.value]: line },
      })),
  ]
  const begin = async () => {
    if (title.trim() === '' || items.length === 0) return
    const json = { title: title.trim(), items: [...items] }
    const asked = await api.ask('post', '/api/cases/{case}/rounds', { params, json })
    if ('refused' in asked) return setWrong(asked.refused.message || asked.refused.code)
    setProposed(null)
    setTitle('')
    setOwn('')
    await opened()
  }
  return (
    <>
      <Button onClick={() => void propose()}>＋ {words.open}</Button>
      {wrong !== null && proposed === null && (
        <p class="field-error" role="alert">
          {wrong}
        </p>
      )}
      {proposed !== null && (
        <Dialog title={words.open} close={() => setProposed(null)} wide>
          <form
            onSubmit={event => {
              event.preventDefault()
              void begin()
            }}
          >
            <TextField
              label={words.openTitle}
              hint={words.openTitleHint}
              value={title}
              commit={setTitle}
              typed={setTitle}
            />
            <h3>{words.agenda}</h3>
            <p class="quiet">{words.agendaAbout}</p>
            <div class="agenda">
              {proposed.map(({ id, kind, text }) => (
                <CheckField
                  key={id}
                  label={
                    <>
                      <small>{words.kinds[kind]}</small> {readText(text, language.value)}
                    </>
                  }
                  checked={!left.has(id)}
                  choose={on => {
                    const next = new Set(left)
                    if (on) next.delete(id)
                    else next.add(id)
                    setLeft(next)
                  }}
                />
              ))}
            </div>
            <TextField
              label={words.own}
              hint={words.ownHint}
              value={own}
              commit={setOwn}
              typed={setOwn}
              several
            />
            {wrong !== null && (
              <p class="field-error" role="alert">
                {wrong}
              </p>
            )}
            <div class="actions-row">
              <Button
                type="submit"
                look="strong"
                aria-disabled={title.trim() === '' || items.length === 0 || undefined}
              >
                {words.begin(items.length)}
              </Button>
              <Button onClick={() => setProposed(null)}>{words.cancel}</Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  )
}
