import type { Person } from '../drafts/pseudonyms.js'
import { type Fields, idField, objectField, textField } from '../json/fields.js'

/** How a department calls itself in what people write beside their names. */
const department = /(팀|실|파트|부|센터|본부|그룹|셀|스쿼드|담당)$/

/** Somebody of `users.json`, or of the `user_profile` that a message carries, with every name they are called by. */
export function slackPerson(user: Fields): Person | null {
  const id = idField(user, 'id')
  if (id === null) return null
  const profile = objectField(user, 'profile') ?? user
  const full = textField(profile, 'real_name') ?? textField(user, 'real_name')
  const written = [
    full,
    textField(user, 'real_name'),
    textField(profile, 'display_name'),
    textField(profile, 'real_name_normalized'),
    textField(profile, 'display_name_normalized'),
    textField(user, 'name'),
    textField(profile, 'name'),
    textField(profile, 'email'),
  ].filter(name => name !== null)
  const names = [...new Set(written.flatMap(calledBy))]
  const given = givenNameOf(textField(profile, 'first_name'), names)
  return { id, names, ...(given === undefined ? {} : { givenName: given }) }
}

/** A name as it is written, and the parts that are names by themselves: `Hana Kim (김하나/인프라팀)`. */
function calledBy(written: string): string[] {
  const whole = written.trim()
  const names = [whole]
  for (const [index, part] of whole.split(/[()[\]/|,_·]+/).entries()) {
    const name = part.trim()
    if (name === '' || department.test(name)) continue
    const isKorean = /^[가-힣]{2,4}$/.test(name)
    const isFull = /^\p{L}[\p{L}.'-]+( \p{L}[\p{L}.'-]*){1,3}$/u.test(name)
    if (isKorean || isFull || (index === 0 && !whole.includes('_'))) names.push(name)
    if (isFull && /^[가-힣]+ [가-힣]+$/.test(name)) names.push(name.replace(' ', ''))
    else if (isFull && name.split(' ').length === 2) names.push(name.split(' ').reverse().join(' '))
  }
  return names
}

function givenNameOf(first: string | null, names: readonly string[]): string | undefined {
  const korean = names.find(name => /^[가-힣]{3}$/.test(name))
  if (korean !== undefined) return korean.slice(1)
  if (first !== null && /^\p{L}{2,}$/u.test(first)) return first
  return names.find(name => /^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u.test(name))?.split(' ')[0]
}
