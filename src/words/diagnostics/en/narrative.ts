import type { MessageOf } from '../message.js'
import { sections } from './names.js'

const sectionOf = (section: string | number | undefined) =>
  section === 'terms' ? 'term' : (sections[String(section)] ?? String(section))

/** Directives in the narratives. */
export const narrative = {
  'unknown-directive': v => ({
    what: `There is no directive "${v.name}".`,
    todo: 'The docs list those there are. If a plain colon is meant, put \\ before it.',
  }),
  'directive-without-id': v => ({
    what: `The directive ${v.name} does not say what to show.`,
    todo: v.attribute === '' ? 'Write an id.' : `Write ${v.attribute}= and an id.`,
  }),
  'directive-unknown-id': v => ({
    what: `The directive ${v.name} speaks of the ${sectionOf(v.section)} "${v.id}", which is not there.`,
    todo: 'Write the id of one that is. As it is, the report says in its place that it is missing.',
  }),
  'directive-bad-time': v => ({
    what: `The directive ${v.name} has the time "${v.text}", which cannot be read.`,
    todo: 'Write it as 2022-10-15 15:19 or +10m.',
  }),
  'narrative-too-deep': v => ({
    what: `The narrative nests deeper than ${v.limit} levels here. The report shows it as it is written.`,
    todo: 'Close what is open: brackets, emphasis; or part the lists and quotations.',
  }),
  'number-without-fact': v => ({
    what: `Nothing named in this paragraph bears out "${v.text}".`,
    todo:
      v.fact === ''
        ? 'Name a fact that does, :fact[id]; give a source in the same sentence, :source[id] or a link; or let :duration or :verdict compute it.'
        : `The fact ${v.fact} does: write :fact[${v.fact}]. Or give a source in the same sentence, :source[id] or a link.`,
  }),
} satisfies Readonly<Record<string, MessageOf>>
