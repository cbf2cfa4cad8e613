import { useState } from 'preact/hooks'
import type * as Y from 'yjs'
import { blockDirectives } from '../../../../narrative/directive.js'
import { reportWords } from '../../../../words/report/reportWords.js'
import { writingWords } from '../../../../words/workspace/writing.js'
import { sayRefusal } from '../../case/refusal.js'
import { useCase } from '../../case/useCase.js'
import { Dialog } from '../../pieces/dialog.js'
import { TextField } from '../../pieces/field.js'
import { Menu } from '../../pieces/menu.js'
import { type KnownName, namesIn } from '../../writing/namesAt.js'

/** Names shown at once; more are found by typing. */
const namesShown = 60

/** Puts a fact, an if or a figure into a narrative without knowing how a directive is written. */
export function InsertMenu({
  text,
  at,
  path,
  inserted,
}: {
  readonly text: Y.Text
  readonly at: { readonly to: number }
  readonly path: string
  /** Told where what was inserted ends. */
  readonly inserted: (end: number) => void
}) {
  const open = useCase()
  const language = open.language.value
  const words = writingWords(language)
  const [asking, setAsking] = useState<'facts' | 'ifs' | 'components' | null>(null)
  const figures = reportWords(language).questions
  const put = (directive: string, ownLine: boolean) => {
    const before = text.toString().slice(0, at.to)
    const lead =
      !ownLine || before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
    const insert = ownLine ? `${lead}${directive}\n\n` : directive
    if (sayRefusal(open.changeText(path, { from: at.to, to: at.to, insert }))) inserted(at.to + insert.length)
  }
  return (
    <>
      <Menu
        label={`＋ ${words.insert}`}
        items={[
          { label: words.insertFact, act: () => setAsking('facts') },
          { label: words.insertIf, act: () => setAsking('ifs') },
          null,
          ...blockDirectives
            .filter(name => name !== 'if')
            .map(name => ({
              label: (
                <>
                  {figures[name] ?? name} <small>::{name}</small>
                </>
              ),
              act: () => (name === 'recovery-path' ? setAsking('components') : put(`::${name}`, true)),
            })),
        ]}
      />
      {asking !== null && (
        <ChooseName
          section={asking}
          title={
            asking === 'facts' ? words.insertFact : asking === 'ifs' ? words.insertIf : words.insertFigure
          }
          close={() => setAsking(null)}
          choose={id => {
            if (asking === 'facts') put(`:fact[${id}]`, false)
            else put(asking === 'ifs' ? `::if{id=${id}}` : `::recovery-path{of=${id}}`, true)
            setAsking(null)
          }}
        />
      )}
    </>
  )
}

function ChooseName({
  section,
  title,
  choose,
  close,
}: {
  readonly section: 'facts' | 'ifs' | 'components'
  readonly title: string
  readonly choose: (id: string) => void
  readonly close: () => void
}) {
  const open = useCase()
  const [typed, setTyped] = useState('')
  const document = open.sound.value
  const all = document === null ? [] : namesIn(document, section, open.language.value)
  const names =
    section === 'components' ? all.filter(({ id }) => document?.components?.[id]?.kind === 'service') : all
  const wanted = typed.trim().toLowerCase()
  const shown = names.filter(name => matches(name, wanted)).slice(0, namesShown)
  return (
    <Dialog title={title} close={close}>
      <TextField
        label={title}
        labelHidden
        value={typed}
        commit={setTyped}
        typed={setTyped}
        input={{ type: 'search' }}
      />
      <ul class="choose-name">
        {shown.map(({ id, title: called }) => (
          <li key={id}>
            <button type="button" onClick={() => choose(id)}>
              <span>{called === '' ? id : called}</span> <small>{id}</small>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function matches({ id, title }: KnownName, wanted: string): boolean {
  return wanted === '' || id.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted)
}
