import type { FormWords } from '../../../../words/workspace/forms.js'
import { type FieldSpec, type FormSpec, formSpecs, keyOf } from '../../forms/fieldSpec.js'
import type { PatchSection } from './patchRows.js'

/** The fields of each section that are worth changing in an if. */
export const changeable: Readonly<Record<PatchSection, readonly string[]>> = {
  components: [
    'initial',
    'needs',
    'in',
    'count',
    'holdup',
    'full',
    'recovery',
    'repair',
    'standby-for',
    'copies',
    'works',
    'priority',
  ],
  events: ['delay', 'unless', 'when', 'at', 'after', 'destroy', 'fail', 'cut', 'release', 'repair'],
  quantities: ['value'],
}

/** A field within a map of a component, such as the `takes` of its repair. */
const within: Readonly<Record<string, FieldSpec>> = {
  takes: { key: 'takes', kind: 'duration' },
  needs: { key: 'needs', kind: 'condition' },
  when: { key: 'when', kind: 'condition' },
}

/** The control that fits a field that an if changes; what no form knows is written as a value of one line. */
export function patchSpec(section: PatchSection, field: readonly string[]): FieldSpec {
  const key = field.at(-1) ?? ''
  const form: FormSpec = formSpecs[section]
  const known =
    field.length === 1 ? [...form.fields, ...form.more].find(one => keyOf(one) === key) : within[key]
  return known ?? { key: 'value', kind: 'value' }
}

/** What a field is called: in words where the forms have them, else its key. */
export function patchLabel(section: PatchSection, field: readonly string[], words: FormWords): string {
  const spec = patchSpec(section, field)
  const known = spec.key !== 'value' || field.at(-1) === 'value'
  const said = known ? words.fields[spec.key] : (field.at(-1) ?? '')
  if (field.length < 2) return said
  const outer = patchLabel(section, field.slice(0, 1), words)
  return `${outer} · ${said}`
}

/** What a field that had nothing begins with. Undefined leaves the control empty. */
export function firstValue(spec: FieldSpec): unknown {
  if (spec.kind === 'ways') return [{ takes: '10m' }]
  if (spec.kind === 'work') return { takes: '1h' }
  return undefined
}
