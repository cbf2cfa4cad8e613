import { RangeSetBuilder, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

/** A stretch of a text that somebody commented on. Offsets in UTF-16 units, the end exclusive. */
export interface CommentedRange {
  readonly comment: string
  readonly from: number
  readonly to: number
}

/** Tells an editor where comments stand now. */
export const showCommented = StateEffect.define<readonly CommentedRange[]>()

/** Marks stretches with comments, and keeps the marks where they belong while the text changes. */
export const commentedRanges = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    const shown = transaction.effects.find(effect => effect.is(showCommented))
    if (shown === undefined) return marks.map(transaction.changes)
    const builder = new RangeSetBuilder<Decoration>()
    const length = transaction.newDoc.length
    const ranges = [...shown.value].filter(({ from, to }) => from >= 0 && from < to && to <= length)
    for (const { comment, from, to } of ranges.sort((a, b) => a.from - b.from || a.to - b.to)) {
      builder.add(
        from,
        to,
        Decoration.mark({ class: 'cm-commented', attributes: { 'data-comment': comment } }),
      )
    }
    return builder.finish()
  },
  provide: field => EditorView.decorations.from(field),
})
