import { peopleWords } from '../../../../words/workspace/people.js'
import { language } from '../../session/session.js'

/** Roles that sign in most places, as suggestions; any other word will do. */
export function usualSignOffs(): readonly { readonly value: string }[] {
  return peopleWords(language.value).usualSignOffs.map(value => ({ value }))
}
