import { useEffect, useRef, useState } from 'preact/hooks'
import type { CaseSummary } from '../../../api/cases.js'
import { entranceWords } from '../../../words/workspace/entrance.js'
import { frameWords } from '../../../words/workspace/frame.js'
import { libraryWords } from '../../../words/workspace/library.js'
import type { Refused } from '../api/api.js'
import { Button } from '../pieces/button.js'
import { casePath, navigate } from '../router/router.js'
import { api, language } from '../session/session.js'
import { BeginCase } from './beginCase.js'
import { caseIdOf } from './caseId.js'
import { PlainFrame } from './plainFrame.js'

/** The cases that one may see; where a case is begun, or taken in as a folder. */
export function Library() {
  const words = libraryWords(language.value)
  const [cases, setCases] = useState<readonly CaseSummary[] | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [begins, setBegins] = useState(false)
  const [busy, setBusy] = useState(false)
  const file = useRef<HTMLInputElement>(null)

  useEffect(() => {
    void api.ask('get', '/api/cases').then(asked => {
      if ('refused' in asked) setRefused(asked.refused)
      else setCases([...asked.given.cases].sort((a, b) => b.changedMs - a.changedMs))
    })
  }, [])

  const take = async (zip: File) => {
    setBusy(true)
    const taken = (cases ?? []).map(({ id }) => id)
    const asked = await api.ask('post', '/api/cases/import', {
      query: { id: caseIdOf(zip.name.replace(/\.zip$/i, ''), taken) },
      bytes: zip,
    })
    setBusy(false)
    if ('refused' in asked) setRefused(asked.refused)
    else navigate(casePath(asked.given.id))
  }
  return (
    <PlainFrame title={words.cases}>
      <div class="head-row">
        <Button look="strong" onClick={() => setBegins(true)}>
          {words.begin}
        </Button>
        <Button busy={busy} onClick={() => file.current?.click()}>
          {words.importZip}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".zip,application/zip"
          hidden
          onChange={event => {
            const chosen = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (chosen !== undefined) void take(chosen)
          }}
        />
      </div>
      {refused !== null && (
        <p class="field-error" role="alert">
          {refused.message || frameWords(language.value).unreachable}
        </p>
      )}
      {cases !== null &&
        (cases.length === 0 ? (
          <p class="quiet">{words.none}</p>
        ) : (
          <ul class="case-list">
            {cases.map(({ id, title, role, changedMs }) => (
              <li key={id}>
                <a href={casePath(id)}>
                  <b>{title || id}</b>
                  <span class="src">
                    {entranceWords(language.value).roleNames[role]} · {words.changed(dateOf(changedMs))}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        ))}
      {begins && <BeginCase taken={(cases ?? []).map(({ id }) => id)} close={() => setBegins(false)} />}
    </PlainFrame>
  )
}

function dateOf(ms: number): string {
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short' }).format(ms)
}
