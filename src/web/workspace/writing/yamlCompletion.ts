import type { Completion, CompletionContext, CompletionSource } from '@codemirror/autocomplete'
import type { CaseDocument } from '../../../model/case.js'
import { type KnownName, namesForKey, namesForValue } from './namesAt.js'
import { type JsonSchema, keysAt, valuesAt } from './schemaPlace.js'
import { yamlPlace } from './yamlPlace.js'

/** What completion knows of the case: its last whole document, and the language of titles. */
export interface CaseKnown {
  readonly document: () => CaseDocument | null
  readonly language: 'ko' | 'en'
}

/** States that a fact may give a component. */
const states = ['up', 'impaired', 'down', 'at least ']

/** Completes keys of the format, their values, and the ids of the case, in a YAML file. */
export function yamlCompletion(schema: JsonSchema, known: CaseKnown): CompletionSource {
  return (context: CompletionContext) => {
    const { path, writes, word, from } = yamlPlace(context.state.doc.toString(), context.pos)
    if (word === '' && !context.explicit) return null
    const options = writes === 'key' ? keyOptions(schema, known, path) : valueOptions(schema, known, path)
    return options.length === 0 ? null : { from, options, validFor: /^[\p{L}\p{N}_.@-]*$/u }
  }
}

function keyOptions(schema: JsonSchema, known: CaseKnown, path: readonly string[]): Completion[] {
  const document = known.document()
  const names = document === null ? [] : namesForKey(document, path, known.language)
  // An item of a plain list is a value, though nothing tells until its colon.
  const items = document === null || path.at(-1) !== '#' ? [] : namesForValue(document, path, known.language)
  const keys = keysAt(schema, path).map(({ key, description }) => ({
    label: key,
    apply: `${key}: `,
    type: 'property',
    ...(description === '' ? {} : { info: description }),
  }))
  return [...keys, ...names.map(name => ofName(name, ': ')), ...items.map(name => ofName(name, ''))]
}

function valueOptions(schema: JsonSchema, known: CaseKnown, path: readonly string[]): Completion[] {
  const document = known.document()
  const names = document === null ? [] : namesForValue(document, path, known.language)
  const parent = path.at(-2)
  const stated = parent === 'changes' || parent === 'shows' ? states : []
  const words = [...valuesAt(schema, path), ...stated].map(label => ({ label, type: 'enum' }))
  return [...words, ...names.map(name => ofName(name, ''))]
}

function ofName({ id, title }: KnownName, after: string): Completion {
  return { label: id, apply: id + after, type: 'variable', ...(title === '' ? {} : { detail: title }) }
}
