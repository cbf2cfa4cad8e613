/** One thing that a writer was told is kept, as a line that it prints. */
export type Acknowledged =
  /** A line that was put into the text of the case. */
  | { readonly what: 'line'; readonly line: string; readonly seq: number }
  | { readonly what: 'file'; readonly path: string; readonly text: string }
  | { readonly what: 'attachment'; readonly path: string; readonly hash: string }
  | { readonly what: 'revision'; readonly number: number; readonly hash: string }
  | { readonly what: 'comment'; readonly id: string; readonly text: string }
  | { readonly what: 'audit'; readonly number: number; readonly hash: string }
  | { readonly what: 'anonymous'; readonly text: string }

/** The case that writers write in, the text that all share, and the round that they answer. */
export const killedCase = 'killed'
export const killedText = 'timeline.yaml'
