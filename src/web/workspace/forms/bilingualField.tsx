import { useEffect, useRef, useState } from 'preact/hooks'
import { wordingHints } from '../../../lint/wording/wordingHints.js'
import type { Language } from '../../../model/case.js'
import { wordingWords } from '../../../words/wording/wordingWords.js'
import { formWords } from '../../../words/workspace/forms.js'
import { useCase } from '../case/useCase.js'
import { Button } from '../pieces/button.js'
import { TextField } from '../pieces/field.js'
import { type Texts, textsOf, withText } from './bilingualText.js'

/**
 * A text that people read, in the language of the page; the other one is a press away, and it is said where it is missing. A text that
 * was written once for both stays one until the other language gets its own.
 */
export function BilingualField({
  label,
  hint,
  error,
  value,
  commit,
  several = false,
}: {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly value: unknown
  /** The text for the whole field: a string, a map of both, or undefined where it is empty. */
  readonly commit: (text: unknown) => void
  readonly several?: boolean
}) {
  const open = useCase()
  const language = open.language.value
  const other: Language = language === 'ko' ? 'en' : 'ko'
  const words = formWords(language)
  const [otherShown, setOtherShown] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  // Whoever asks for the other language goes on typing in it.
  useEffect(() => {
    if (otherShown) box.current?.querySelector<HTMLElement>('.field:last-of-type .control')?.focus()
  }, [otherShown])
  const texts = textsOf(value)
  const isMissing = texts.both === null && texts[language] !== '' && texts[other] === ''
  const put = (which: Language, text: string) => commit(withText(value, which, text, language))
  const shown = otherShown || isOwnMissing(texts, language)
  return (
    <div class="bilingual" ref={box}>
      <TextField
        label={label}
        hint={hint}
        error={error}
        value={texts.both ?? texts[language]}
        commit={text => put(language, text)}
        several={several}
        input={{ readOnly: !open.mayWrite.value }}
      />
      <Wording text={texts.both ?? texts[language]} language={language} />
      {shown ? (
        <TextField
          label={`${label} · ${words.other(other)}`}
          value={texts[other]}
          commit={text => put(other, text)}
          several={several}
          input={{ readOnly: !open.mayWrite.value }}
        />
      ) : (
        open.mayWrite.value && (
          <Button look="quiet" size="small" onClick={() => setOtherShown(true)}>
            {words.other(other)}
            {isMissing && <span class="form-missing"> · {words.missing(other)}</span>}
          </Button>
        )
      )}
    </div>
  )
}

/** The first hint on the wording of a field, if there is one. */
function Wording({ text, language }: { readonly text: string; readonly language: Language }) {
  const [hint] = wordingHints(text, language)
  if (hint === undefined) return null
  const { matter, instead } = wordingWords(language)[hint.of]
  return (
    <p class="form-wording">
      <span aria-hidden="true">… </span>“{text.slice(hint.from, hint.to)}” — {matter} {instead}
    </p>
  )
}

/** A text in the other language alone is shown beside the empty field of one's own. */
function isOwnMissing(texts: Texts, language: Language): boolean {
  return texts.both === null && texts[language] === '' && texts[language === 'ko' ? 'en' : 'ko'] !== ''
}
