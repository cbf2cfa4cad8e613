/** Longest id that is made from a name. */
const longest = 60

/**
 * An id for a case, made from its name: small Latin letters, digits and dashes, and none of those that are taken. A name
 * without any gives `case`.
 */
export function caseIdOf(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[-._]+$/g, '')
    .slice(0, longest)
  const wanted = plain === '' ? 'case' : plain
  if (!taken.includes(wanted)) return wanted
  let number = 2
  while (taken.includes(`${wanted}-${number}`)) number++
  return `${wanted}-${number}`
}
