/** What a message speaks of: ids, numbers, texts of the author. */
export type DiagnosticValues = Readonly<Record<string, string | number>>

/** What is wrong, in the words of a case; and what to do about it. */
export interface Message {
  readonly what: string
  readonly todo: string
}

/** Makes a message of the values of a problem. */
export type MessageOf = (values: DiagnosticValues) => Message

/** What stands around every message. */
export interface DiagnosticFrame {
  readonly severity: Readonly<Record<'error' | 'warning', string>>
  /** "Did you mean …?" */
  readonly meant: (suggestion: string) => string
  /** The other place that matters, `file:line:column`. */
  readonly other: (place: string) => string
  /** The folder as a whole, where a message is about no file. */
  readonly folder: string
}

/** A size in bytes as people say it. */
export function megabytes(bytes: string | number | undefined): string {
  return `${Number(bytes) / 1_000_000} MB`
}
