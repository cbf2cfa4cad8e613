import { useState } from 'preact/hooks'
import { boardWords } from '../../../../words/workspace/board.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { api, language } from '../../session/session.js'

/** Writes the public status page; what came of it stays on the page, as it says where to look or what to set up. */
export function PublicStatus() {
  const open = useCase()
  const words = boardWords(language.value)
  const [isBusy, setBusy] = useState(false)
  const [came, setCame] = useState<{ readonly text: string; readonly wrong: boolean } | null>(null)
  const publish = async () => {
    setBusy(true)
    const asked = await api.ask('post', '/api/cases/{case}/status', { params: { case: open.id } })
    setBusy(false)
    setCame(
      'refused' in asked
        ? { text: asked.refused.message || asked.refused.code, wrong: true }
        : { text: words.published(asked.given.files), wrong: false },
    )
  }
  return (
    <section aria-labelledby="board-public">
      <h2 id="board-public">{words.public}</h2>
      <p class="quiet">{words.publishAbout}</p>
      <Button busy={isBusy} onClick={() => void publish()}>
        {words.publish}
      </Button>
      <div role="status">
        {came !== null && <p class={came.wrong ? 'field-error' : 'note'}>{came.text}</p>}
      </div>
    </section>
  )
}
