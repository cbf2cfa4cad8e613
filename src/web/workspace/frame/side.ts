import { signal } from '@preact/signals'
import type { Anchor } from '../../../api/review.js'

/** What stands beside the page. */
export type SideTab = 'result' | 'comments'

/** Which of both is shown, and whether it is shown at all on a narrow page, where it lies over the page. */
export const side = signal<{ readonly tab: SideTab; readonly open: boolean }>({ tab: 'result', open: false })

/** What the comments beside the page are about; null is all of the case. */
export const commentTarget = signal<Anchor | null>(null)

/** Shows the comments on an entry, a stretch of text, or the case. */
export function showComments(anchor: Anchor | null): void {
  commentTarget.value = anchor
  side.value = { tab: 'comments', open: true }
}

/** Shows the result. */
export function showResult(): void {
  side.value = { tab: 'result', open: true }
}
