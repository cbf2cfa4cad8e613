import type { Completion, CompletionContext, CompletionSource } from '@codemirror/autocomplete'
import { blockDirectives, inlineDirectives } from '../../../narrative/directive.js'
import { termIds, termOf } from '../../../words/report/terms.js'
import { type KnownName, namesIn } from './namesAt.js'
import type { CaseKnown } from './yamlCompletion.js'

/** Attributes of directives that take ids, and of which section. */
const attributeSections = { id: 'ifs', if: 'ifs', of: 'components' } as const

/** Completes directives of a narrative: their names, and the facts, sources, ifs, services and terms that they name. */
export function directiveCompletion(known: CaseKnown): CompletionSource {
  return (context: CompletionContext) => {
    const line = context.state.doc.lineAt(context.pos)
    const before = line.text.slice(0, context.pos - line.from)
    return (
      attributeOf(before, context, known) ??
      labelOf(before, context, known) ??
      nameOf(before, context) ??
      null
    )
  }
}

/** `::if{id=to`, `:verdict[mail]{if=tools`. */
function attributeOf(before: string, context: CompletionContext, known: CaseKnown) {
  const found = /:[a-z-]+(?:\[[^\]]*\])?\{[^}]*\b(id|if|of)="?([^}"\s]*)$/.exec(before)
  const document = known.document()
  if (found === null || document === null) return null
  const written = (found[2] ?? '').split(',').at(-1) ?? ''
  const section = attributeSections[found[1] as keyof typeof attributeSections]
  const names = namesIn(document, section, known.language)
  const services = section === 'components' ? names.filter(({ id }) => isService(document, id)) : names
  return {
    from: context.pos - written.length,
    options: fitting(services, written).map(option),
    filter: false,
  }
}

/** `:fact[users`, `:term[hold`, `:duration[mail`. */
function labelOf(before: string, context: CompletionContext, known: CaseKnown) {
  const found = /:(fact|source|verdict|duration|term)\[([^\]\n]*)$/.exec(before)
  if (found === null) return null
  const from = context.pos - (found[2] ?? '').length
  if (found[1] === 'term') {
    const options = termIds.map(id => ({ label: id, detail: termOf(id, known.language)?.name ?? '' }))
    return { from, options, filter: true }
  }
  const document = known.document()
  if (document === null) return null
  const names =
    found[1] === 'fact' || found[1] === 'source'
      ? namesIn(document, found[1] === 'fact' ? 'facts' : 'sources', known.language)
      : namesIn(document, 'components', known.language).filter(({ id }) => isService(document, id))
  return { from, options: fitting(names, found[2] ?? '').map(option), filter: false }
}

function nameOf(before: string, context: CompletionContext) {
  const found = /(^|[^:\w])(:{1,2})([a-z-]*)$/.exec(before)
  if (found === null) return null
  const written = found[3] ?? ''
  if (written === '' && !context.explicit && found[2] === ':') return null
  const block = found[2] === '::'
  if (block && before.slice(0, -written.length - 2 || undefined).trim() !== '') return null
  const names = block ? blockDirectives : inlineDirectives
  const options: Completion[] = names.map(name => ({
    label: name,
    apply: name + ending(name, block),
    type: 'keyword',
  }))
  return { from: context.pos - written.length, options }
}

/** What a directive cannot do without. */
function ending(name: string, block: boolean): string {
  if (!block) return name === 'fidelity' ? '' : '['
  if (name === 'if') return '{id='
  return name === 'recovery-path' ? '{of=' : ''
}

/** What is typed may be the id, or what people know it by. */
function fitting(names: readonly KnownName[], typed: string): readonly KnownName[] {
  const wanted = typed.trim().toLowerCase()
  return names.filter(
    ({ id, title }) => id.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted),
  )
}

const option = ({ id, title }: { readonly id: string; readonly title: string }): Completion => ({
  label: id,
  ...(title === '' ? {} : { detail: title.length > 60 ? `${title.slice(0, 59)}…` : title }),
})

function isService(document: NonNullable<ReturnType<CaseKnown['document']>>, id: string): boolean {
  return document.components?.[id]?.kind === 'service'
}
