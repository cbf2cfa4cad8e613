import type { ComponentType } from 'preact'
import { frameWords } from '../../../words/workspace/frame.js'
import { Button } from '../pieces/button.js'
import { lazy } from '../pieces/lazy.js'
import { language } from '../session/session.js'
import './loading.css'

/** A screen or page whose code is loaded when it is first opened. */
export function lazyScreen<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return lazy(load, {
    waiting: () => <p class="waiting">{frameWords(language.value).waiting}</p>,
    failed: retry => (
      <div class="sheet" role="alert">
        <p>{frameWords(language.value).notLoaded}</p>
        <Button onClick={retry}>{frameWords(language.value).again}</Button>
      </div>
    ),
  })
}
