import { frameWords } from '../../../words/workspace/frame.js'
import { useCase } from '../case/useCase.js'
import { Tabs } from '../pieces/tabs.js'
import { ResultPanel } from '../result/resultPanel.js'
import { ResultSummary } from '../result/resultSummary.js'
import { language } from '../session/session.js'
import { lazyScreen } from './loading.js'
import { type SideTab, side } from './side.js'

const Comments = lazyScreen(() =>
  import('../comments/commentsPanel.js').then(({ CommentsPanel }) => CommentsPanel),
)

/** The result, and the comments, beside what one writes; on a narrow page a bar at the bottom that opens. */
export function SidePanel() {
  const open = useCase()
  const words = frameWords(language.value)
  const { tab, open: isOpen } = side.value
  const count = open.comments.value.filter(({ resolved, replyTo }) => !resolved && replyTo === null).length
  return (
    <aside class="side-panel" data-open={isOpen || undefined} aria-label={words.side}>
      <button
        type="button"
        class="side-bar"
        aria-expanded={isOpen}
        onClick={() => {
          side.value = { tab, open: !isOpen }
        }}
      >
        <ResultSummary />
        <span class="side-bar-open">{isOpen ? words.closeSide : words.openSide}</span>
      </button>
      <div class="side-inside">
        <Tabs
          label={words.side}
          chosen={tab}
          choose={key => {
            side.value = { tab: key as SideTab, open: true }
          }}
          tabs={[
            { key: 'result', label: words.sideTabs.result },
            {
              key: 'comments',
              label: count === 0 ? words.sideTabs.comments : `${words.sideTabs.comments} ${count}`,
            },
          ]}
        >
          {tab === 'result' ? <ResultPanel /> : <Comments />}
        </Tabs>
      </div>
    </aside>
  )
}
