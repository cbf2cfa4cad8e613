import { useRef, useState } from 'preact/hooks'
import { writingWords } from '../../../../words/workspace/writing.js'
import { placeAddress } from '../../case/openPlace.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { Dialog } from '../../pieces/dialog.js'
import { TextField } from '../../pieces/field.js'
import { Menu } from '../../pieces/menu.js'
import { navigate } from '../../router/router.js'
import { api } from '../../session/session.js'

/** A file gets another name, or goes. Earlier revisions keep it. */
export function FileActions({ path, done }: { readonly path: string; readonly done: () => void }) {
  const open = useCase()
  const words = writingWords(open.language.value)
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const params = { case: open.id }
  const remove = async () => {
    const asked = await api.ask('delete', '/api/cases/{case}/file', { params, query: { path } })
    if ('refused' in asked) return setRefused(asked.refused.message || asked.refused.code)
    setAsking(null)
    done()
  }
  const rename = async (to: string) => {
    const asked = await api.ask('post', '/api/cases/{case}/file/move', { params, json: { from: path, to } })
    if ('refused' in asked) return setRefused(asked.refused.message || asked.refused.code)
    setAsking(null)
    if (to.endsWith('.yaml') || to.endsWith('.md'))
      navigate(placeAddress(open.id, { kind: 'text', file: to }))
  }
  return (
    <>
      <Menu
        label="⋯"
        title={`${path}: ${words.rename}, ${words.remove}`}
        align="right"
        items={[
          { label: words.rename, act: () => setAsking('rename') },
          { label: words.remove, look: 'danger', act: () => setAsking('remove') },
        ]}
      />
      {asking === 'rename' && (
        <NameDialog
          title={words.rename}
          label={words.renameTo}
          value={path}
          refused={refused}
          take={rename}
          close={() => setAsking(null)}
        />
      )}
      {asking === 'remove' && (
        <Dialog title={words.remove} close={() => setAsking(null)}>
          <p>{words.removeAsk(path)}</p>
          {refused !== null && (
            <p class="field-error" role="alert">
              {refused}
            </p>
          )}
          <div class="file-acts">
            <Button look="danger" onClick={remove}>
              {words.remove}
            </Button>
            <Button onClick={() => setAsking(null)}>{words.cancel}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}

/** An empty text joins the case. */
export function NewFile() {
  const open = useCase()
  const words = writingWords(open.language.value)
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const make = async (path: string) => {
    const asked = await api.ask('put', '/api/cases/{case}/file', {
      params: { case: open.id },
      query: { path, ifMatch: 'none' },
      bytes: new Uint8Array(0),
    })
    if ('refused' in asked) return setRefused(asked.refused.message || asked.refused.code)
    setAsking(false)
    setRefused(null)
    navigate(placeAddress(open.id, { kind: 'text', file: path }))
  }
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setAsking(true)}>
        ＋ {words.newFile}
      </Button>
      {asking && (
        <NameDialog
          title={words.newFile}
          label={words.file}
          hint={words.newFileHint}
          value=""
          refused={refused}
          take={make}
          close={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** Evidence joins the case under its own name. */
export function UploadEvidence() {
  const open = useCase()
  const words = writingWords(open.language.value)
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const take = async (files: readonly File[]) => {
    setBusy(true)
    setRefused(null)
    for (const file of files) {
      const asked = await api.ask('put', '/api/cases/{case}/file', {
        params: { case: open.id },
        query: { path: `evidence/${file.name}`, ifMatch: 'none' },
        bytes: file,
      })
      if ('refused' in asked) setRefused(`${file.name}: ${asked.refused.message || asked.refused.code}`)
    }
    setBusy(false)
  }
  return (
    <div>
      <input
        ref={input}
        type="file"
        multiple
        class="vh"
        tabIndex={-1}
        aria-label={words.upload}
        onChange={event => {
          void take([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <Button look="quiet" size="small" busy={busy} onClick={() => input.current?.click()}>
        ＋ {words.upload}
      </Button>
      <p class="field-hint">{words.uploadHint}</p>
      {refused !== null && (
        <p class="field-error" role="alert">
          {refused}
        </p>
      )}
    </div>
  )
}

function NameDialog({
  title,
  label,
  hint,
  value,
  refused,
  take,
  close,
}: {
  readonly title: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly refused: string | null
  readonly take: (name: string) => Promise<unknown>
  readonly close: () => void
}) {
  const open = useCase()
  const words = writingWords(open.language.value)
  const [name, setName] = useState(value)
  return (
    <Dialog title={title} close={close}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (name.trim() !== '') void take(name.trim())
        }}
      >
        <TextField label={label} hint={hint} error={refused} value={name} commit={setName} typed={setName} />
        <div class="file-acts">
          <Button type="submit" look="strong">
            {title}
          </Button>
          <Button onClick={close}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
