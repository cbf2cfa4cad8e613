import { useEffect, useMemo, useState } from 'preact/hooks'
import { sharedText } from '../../../../collaboration/sharedCase.js'
import { writingWords } from '../../../../words/workspace/writing.js'
import { addressOf } from '../../api/api.js'
import { placeAddress } from '../../case/openPlace.js'
import { useCase } from '../../case/useCase.js'
import { casePath, here, navigate } from '../../router/router.js'
import type { PageProps } from '../registry.js'
import { FileActions, NewFile, UploadEvidence } from './fileActions.js'
import { FileEditor } from './fileEditor.js'
import './files.css'

/** Every file of a case as it is: texts to write, evidence to keep. */
export function FilesPage({ rest }: PageProps) {
  const open = useCase()
  const words = writingWords(open.language.value)
  const texts = open.files.value.filter(({ text }) => typeof text === 'string').map(({ path }) => path)
  const evidence = open.attachments.value
  const [wanted] = rest
  const chosen = wanted ?? texts[0]
  const problems = open.result.value?.found ?? []
  useEffect(() => open.presence.tell({ page: 'files' }), [open])
  return (
    <div class="files-page" data-chosen={wanted === undefined ? undefined : ''}>
      <h1 class="vh">{words.files}</h1>
      <nav class="files-list" aria-label={words.files}>
        <h2>{words.texts}</h2>
        <ul>
          {texts.map(path => {
            const count = (severity: string) =>
              problems.filter(one => one.file === path && one.severity === severity).length
            const told = words.problems(count('error'), count('warning'))
            return (
              <li key={path}>
                <a
                  href={placeAddress(open.id, { kind: 'text', file: path })}
                  aria-current={path === chosen ? 'page' : undefined}
                >
                  {path}
                </a>
                {told !== '' && (
                  <small data-severity={count('error') > 0 ? 'error' : 'warning'}>{told}</small>
                )}
              </li>
            )
          })}
        </ul>
        {open.mayWrite.value && <NewFile />}
        <h2>{words.attachments}</h2>
        <ul>
          {evidence.map(({ path, size }) => (
            <li key={path}>
              <a href={addressOf('/api/cases/{case}/file', { case: open.id }, { path })} download>
                {path}
              </a>
              <small>{words.bytes(size)}</small>
              {open.mayWrite.value && <FileActions path={path} done={() => {}} />}
            </li>
          ))}
        </ul>
        {open.mayWrite.value && <UploadEvidence />}
      </nav>
      {chosen !== undefined && <ChosenFile key={chosen} path={chosen} />}
    </div>
  )
}

function ChosenFile({ path }: { readonly path: string }) {
  const open = useCase()
  const words = writingWords(open.language.value)
  const present = open.files.value.some(file => file.path === path && typeof file.text === 'string')
  const text = useMemo(() => (present ? sharedText(open.shared, path) : null), [open, path, present])
  const { query } = here.value
  const [place, setPlace] = useState<{ line: number; column: number } | null>(null)
  useEffect(() => {
    const asked = new URLSearchParams(query)
    const line = Number(asked.get('line'))
    setPlace(line > 0 ? { line, column: Math.max(1, Number(asked.get('column')) || 1) } : null)
  }, [query])
  const toList = () => navigate(casePath(open.id, 'files'), { replace: true })
  return (
    <section class="file-shown" aria-label={path}>
      <header>
        <a class="files-back" href={casePath(open.id, 'files')}>
          ← {words.files}
        </a>
        <h2>{path}</h2>
        <a href={addressOf('/api/cases/{case}/file', { case: open.id }, { path })} download>
          {words.download}
        </a>
        {open.mayWrite.value && text !== null && <FileActions path={path} done={toList} />}
      </header>
      {text === null ? (
        <p class="narrative-note">
          {open.attachments.value.some(file => file.path === path) ? words.notText : words.noFile}
        </p>
      ) : (
        <FileEditor path={path} text={text} place={place} />
      )}
    </section>
  )
}
