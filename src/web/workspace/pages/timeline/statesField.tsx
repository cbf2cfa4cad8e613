import type { TimelineWords } from '../../../../words/workspace/timeline.js'
import { Button } from '../../pieces/button.js'
import { type Choice, Combobox } from '../../pieces/combobox.js'
import { fieldsOf, stateOf, type TypedState } from './typedStates.js'

/** The states that a fact tells, one a line: component, state, and whether it begins or holds. */
export function StatesField({
  words,
  states,
  choices,
  commit,
  readOnly,
}: {
  readonly words: TimelineWords
  readonly states: readonly TypedState[]
  readonly choices: readonly Choice[]
  readonly commit: (fields: ReturnType<typeof fieldsOf>) => void
  readonly readOnly: boolean
}) {
  const put = (place: number, next: TypedState | null) => {
    const all = states.flatMap((state, at) => (at === place ? (next ?? []) : state))
    commit(fieldsOf(place === states.length && next !== null ? [...all, next] : all))
  }
  const stateChoices = Object.entries(words.states).map(([note, value]) => ({ value, note }))
  const titleOf = (id: string) => choices.find(({ value }) => value === id)?.label ?? id
  return (
    <fieldset class="states-field">
      <legend class="field-label">{words.fields.states}</legend>
      {states.map((state, place) => (
        <div key={`${state.component}${state.holds}`} class="states-line">
          <span class="states-name" title={state.component}>
            {titleOf(state.component)}
          </span>
          <Combobox
            label={`${words.state}: ${titleOf(state.component)}`}
            value={words.states[String(state.state)] ?? String(state.state)}
            choices={stateChoices}
            free
            readOnly={readOnly}
            commit={text => {
              const read = stateOf(text)
              if (read !== null) put(place, { ...state, state: read })
            }}
          />
          <select
            class="control"
            aria-label={`${titleOf(state.component)}: ${words.begins}, ${words.holds}`}
            value={state.holds ? 'holds' : 'begins'}
            disabled={readOnly}
            onChange={event => put(place, { ...state, holds: event.currentTarget.value === 'holds' })}
          >
            <option value="begins">{words.begins}</option>
            <option value="holds">{words.holds}</option>
          </select>
          {!readOnly && (
            <Button
              look="quiet"
              size="small"
              aria-label={words.removeState(titleOf(state.component))}
              onClick={() => put(place, null)}
            >
              <span aria-hidden="true">✕</span>
            </Button>
          )}
        </div>
      ))}
      {!readOnly && (
        <Combobox
          label={words.addState}
          placeholder={words.addState}
          value=""
          clears
          choices={choices}
          commit={component => put(states.length, { component, state: 'down', holds: false })}
        />
      )}
    </fieldset>
  )
}
