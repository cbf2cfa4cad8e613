import { useMemo, useState } from 'preact/hooks'
import { sharedText } from '../../../../collaboration/sharedCase.js'
import type { Language } from '../../../../model/case.js'
import { textIn } from '../../../../model/text.js'
import { writingWords } from '../../../../words/workspace/writing.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { Tabs } from '../../pieces/tabs.js'
import { api } from '../../session/session.js'
import { NarrativeDesk } from './narrativeDesk.js'
import './narrative.css'

const languages: readonly Language[] = ['ko', 'en']

/** The narratives of a case, one for each language of its report. */
export function NarrativePage() {
  const open = useCase()
  const words = writingWords(open.language.value)
  const [language, setLanguage] = useState<Language>(open.language.value)
  const path = `report.${language}.md`
  // Read so that the page is drawn again when the file comes or goes.
  const present = open.files.value.some(file => file.path === path)
  const text = useMemo(() => (present ? sharedText(open.shared, path) : null), [open, path, present])
  return (
    <div class="narrative-page">
      <h1 class="vh">{words.narrative}</h1>
      <Tabs
        label={words.languageOf}
        tabs={languages.map(key => ({ key, label: <span lang={key}>{words.languages[key]}</span> }))}
        chosen={language}
        choose={key => setLanguage(key as Language)}
      >
        {text === null ? (
          <Absent language={language} path={path} />
        ) : (
          <NarrativeDesk key={path} path={path} text={text} language={language} />
        )}
      </Tabs>
    </div>
  )
}

/** There is no narrative in this language: it is begun here. */
function Absent({ language, path }: { readonly language: Language; readonly path: string }) {
  const open = useCase()
  const words = writingWords(open.language.value)
  const [refused, setRefused] = useState<string | null>(null)
  const begin = async () => {
    const title = textIn(open.sound.peek()?.case.title ?? open.info.peek().title, language)
    const asked = await api.ask('put', '/api/cases/{case}/file', {
      params: { case: open.id },
      query: { path, ifMatch: 'none' },
      bytes: writingWords(language).beginning(title),
    })
    if ('refused' in asked && asked.refused.status !== 409)
      setRefused(asked.refused.message || asked.refused.code)
  }
  return (
    <div class="narrative-absent">
      <p>{words.noNarrative(language)}</p>
      {open.mayWrite.value && (
        <Button look="strong" onClick={begin}>
          {words.begin}
        </Button>
      )}
      {refused !== null && (
        <p class="field-error" role="alert">
          {refused}
        </p>
      )}
    </div>
  )
}
