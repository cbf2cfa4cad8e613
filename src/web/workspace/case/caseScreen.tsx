import { useEffect, useState } from 'preact/hooks'
import { frameWords } from '../../../words/workspace/frame.js'
import type { Refused } from '../api/api.js'
import type { Spoiled } from '../connection/connection.js'
import { CaseFrame } from '../frame/caseFrame.js'
import { Button } from '../pieces/button.js'
import { say } from '../pieces/status.js'
import { api, language, loadSession, toSignIn } from '../session/session.js'
import { type OpenCase, openCase } from './openCase.js'
import { CaseContext } from './useCase.js'

/** Opens a case and shows its pages; opens it anew when its copy here is of no more use. */
export function CaseScreen({ id }: { readonly id: string }) {
  const [open, setOpen] = useState<OpenCase | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [attempt, setAttempt] = useState(0)
  const words = frameWords(language.value)

  useEffect(() => {
    let gone = false
    let opened: OpenCase | null = null
    const spoiled = ({ code }: Spoiled) => {
      if (code === 'signed-out') {
        void loadSession().then(toSignIn)
        return
      }
      if (code !== 'gone') {
        say(frameWords(language.peek()).spoiled[code], { look: code === 'new-epoch' ? 'plain' : 'wrong' })
      }
      setAttempt(count => count + 1)
    }
    void api.ask('get', '/api/cases/{case}', { params: { case: id } }).then(asked => {
      if (gone) return
      if ('refused' in asked) return setRefused(asked.refused)
      opened = openCase(asked.given, spoiled)
      setRefused(null)
      setOpen(opened)
    })
    return () => {
      gone = true
      setOpen(null)
      opened?.close()
    }
  }, [id, attempt])

  if (refused !== null) {
    const isReachable = refused.status !== 0
    return (
      <main class="sheet">
        <h1>{isReachable ? words.noCase : words.unreachable}</h1>
        <p class="quiet">{isReachable ? refused.message : ''}</p>
        <p>
          <a href="/">{words.toLibrary}</a>{' '}
        </p>
        {!isReachable && <Button onClick={() => setAttempt(attempt + 1)}>{words.again}</Button>}
      </main>
    )
  }
  if (open === null) return <p class="waiting">{words.waiting}</p>
  return (
    <CaseContext.Provider value={open}>
      <CaseFrame />
    </CaseContext.Provider>
  )
}
