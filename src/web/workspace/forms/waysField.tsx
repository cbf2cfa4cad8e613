import { useState } from 'preact/hooks'
import { parseDuration } from '../../../model/duration.js'
import type { CasePath } from '../../../model/problem.js'
import { formWords } from '../../../words/workspace/forms.js'
import { sayRefusal } from '../case/refusal.js'
import { useCase } from '../case/useCase.js'
import { Button } from '../pieces/button.js'
import { Combobox } from '../pieces/combobox.js'
import { CheckField, TextField } from '../pieces/field.js'
import { ConditionField } from './conditionField.js'
import { choicesOf, titleOf } from './names.js'

type Map = Readonly<Record<string, unknown>>

/** How a component comes back: ways, the preferred first; or none of its own. */
export function WaysField({
  label,
  path,
  value,
  problem,
}: {
  readonly label: string
  readonly path: CasePath
  readonly value: unknown
  readonly problem?: string | undefined
}) {
  const open = useCase()
  const words = formWords(open.language.value)
  const isList = Array.isArray(value)
  const ways: readonly Map[] = isList ? value.filter(isMap) : isMap(value) ? [value] : []
  const wayPath = (place: number): CasePath => (isList ? [...path, place] : path)
  const readOnly = !open.mayWrite.value
  const add = () => {
    if (isList) sayRefusal(open.edit({ kind: 'set', path: [...path, value.length], value: { takes: '10m' } }))
    else
      sayRefusal(
        open.edit({
          kind: 'set',
          path,
          value: ways.length === 0 ? { takes: '10m' } : [...ways, { takes: '1h' }],
        }),
      )
  }
  const remove = (place: number) => {
    if (ways.length === 1) sayRefusal(open.edit({ kind: 'remove', path }))
    else sayRefusal(open.edit({ kind: 'remove', path: [...path, place] }))
  }
  const first = (place: number) => {
    const moved = [ways[place]!, ...ways.filter((_, other) => other !== place)]
    sayRefusal(open.edit({ kind: 'set', path, value: moved }))
  }
  return (
    <fieldset class="ways">
      <legend>{label}</legend>
      {problem !== undefined && <p class="field-error">{problem}</p>}
      <CheckField
        label={words.ways.none}
        checked={value === 'none'}
        disabled={readOnly}
        choose={checked =>
          sayRefusal(open.edit(checked ? { kind: 'set', path, value: 'none' } : { kind: 'remove', path }))
        }
      />
      {ways.map((way, place) => (
        <div class="way" key={place}>
          <p class="way-head">
            <b>{words.ways.way(place + 1)}</b>
            {!readOnly && place > 0 && (
              <Button look="quiet" size="small" onClick={() => first(place)}>
                {words.ways.up}
              </Button>
            )}
            {!readOnly && (
              <Button look="quiet" size="small" onClick={() => remove(place)}>
                {words.ways.remove}
              </Button>
            )}
          </p>
          <WayFields path={wayPath(place)} way={way} withWhen />
        </div>
      ))}
      {!readOnly && value !== 'none' && (
        <Button look="quiet" size="small" onClick={add}>
          ＋ {words.ways.add}
        </Button>
      )}
    </fieldset>
  )
}

/** Work that mends a destroyed component. */
export function WorkField({
  label,
  path,
  value,
  problem,
}: {
  readonly label: string
  readonly path: CasePath
  readonly value: unknown
  readonly problem?: string | undefined
}) {
  const open = useCase()
  const words = formWords(open.language.value)
  return (
    <fieldset class="ways">
      <legend>{label}</legend>
      {problem !== undefined && <p class="field-error">{problem}</p>}
      {isMap(value) ? (
        <WayFields path={path} way={value} withWhen={false} />
      ) : (
        open.mayWrite.value && (
          <Button
            look="quiet"
            size="small"
            onClick={() => sayRefusal(open.edit({ kind: 'set', path, value: { takes: '1h' } }))}
          >
            ＋ {words.ways.begin}
          </Button>
        )
      )}
    </fieldset>
  )
}

function WayFields({
  path,
  way,
  withWhen,
}: {
  readonly path: CasePath
  readonly way: Map
  readonly withWhen: boolean
}) {
  const open = useCase()
  const words = formWords(open.language.value)
  const readOnly = !open.mayWrite.value
  const put = (key: string, next: unknown) =>
    sayRefusal(
      open.edit(
        next === undefined
          ? { kind: 'remove', path: [...path, key] }
          : { kind: 'set', path: [...path, key], value: next },
      ),
    )
  return (
    <>
      <DurationField label={words.ways.takes} value={way.takes} put={next => put('takes', next)} />
      <ConditionField
        label={words.ways.needs}
        value={way.needs}
        commit={next => put('needs', next)}
        readOnly={readOnly}
      />
      <CrewField path={[...path, 'crew']} crew={isMap(way.crew) ? way.crew : {}} />
      {withWhen && (
        <>
          <TextField
            label={words.ways.batch}
            value={way.batch === undefined ? '' : String(way.batch)}
            commit={text => {
              const units = /^\d+$/.test(text.trim()) ? Number(text) : text.trim()
              put('batch', text.trim() === '' ? undefined : units)
            }}
            input={{ readOnly }}
          />
          {way.when !== undefined && (
            <ConditionField
              label={words.ways.when}
              value={way.when}
              commit={next => put('when', next)}
              readOnly={readOnly}
            />
          )}
        </>
      )}
    </>
  )
}

function DurationField({
  label,
  value,
  put,
}: {
  readonly label: string
  readonly value: unknown
  readonly put: (value: string | undefined) => void
}) {
  const open = useCase()
  const words = formWords(open.language.value)
  const [wrong, setWrong] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      value={typeof value === 'string' ? value : ''}
      error={wrong}
      commit={text => {
        const next = text.trim()
        const named = open.written
          .peek()
          .entries('quantities')
          .some(({ id }) => id === next)
        const fits = next === '' || named || parseDuration(next) !== null
        setWrong(fits ? null : words.badDuration)
        if (fits) put(next === '' ? undefined : next)
      }}
      input={{ readOnly: !open.mayWrite.value, spellcheck: false }}
    />
  )
}

/** How many of which team the work takes. A team is a number here, and nothing else. */
function CrewField({ path, crew }: { readonly path: CasePath; readonly crew: Map }) {
  const open = useCase()
  const language = open.language.value
  const words = formWords(language)
  const components = open.written.value.entries('components')
  const called = (team: string) => titleOf(components.find(({ id }) => id === team)?.value, language) || team
  const teams = choicesOf(open.written.value, 'components', language).filter(({ value }) => {
    const written = components.find(({ id }) => id === value)?.value as { kind?: unknown } | undefined
    return written?.kind === 'team' && crew[value] === undefined
  })
  if (Object.keys(crew).length === 0 && teams.length === 0) return null
  return (
    <div class="crew">
      <p class="field-label">{words.ways.crew}</p>
      {Object.entries(crew).map(([team, units]) => (
        <TextField
          key={team}
          label={words.ways.people(called(team))}
          value={String(units)}
          commit={text => {
            const asked = Number(text)
            if (text.trim() === '' || asked === 0) {
              const last = Object.keys(crew).length === 1
              sayRefusal(open.edit({ kind: 'remove', path: last ? path : [...path, team] }))
            } else if (Number.isInteger(asked) && asked > 0)
              sayRefusal(open.edit({ kind: 'set', path: [...path, team], value: asked }))
          }}
          input={{ readOnly: !open.mayWrite.value, inputMode: 'numeric' }}
        />
      ))}
      {open.mayWrite.value && teams.length > 0 && (
        <Combobox
          value=""
          clears
          label={words.ways.crew}
          placeholder={`＋ ${words.ways.crew}`}
          choices={teams}
          commit={team => sayRefusal(open.edit({ kind: 'set', path: [...path, team], value: 1 }))}
        />
      )}
    </div>
  )
}

function isMap(value: unknown): value is Map {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
