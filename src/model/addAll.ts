/** Adds to a list one by one: spreading what hostile input can make long would exhaust the stack. */
export function addAll<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one)
}
