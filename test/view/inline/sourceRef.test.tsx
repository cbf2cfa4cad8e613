// A source in a sentence is named by who published it and leads to its entry; one that is not there is said to be missing.

import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { SourceRef } from '../../../src/view/inline/sourceRef.js'
import { openSmall } from '../openSmall.js'

const report = openSmall(
  `case: { title: x, timezone: UTC, start: 2026-01-01 00:00 }
sources: { article: { title: { ko: 기사, en: An article }, publisher: { ko: 신문, en: A paper } } }
`,
)

it.each([
  ['article', /href="#source-article"[^>]*>신문<\/a>/],
  ['articel', /class="unknown">알 수 없는 출처 ‘articel’/],
])('%s', (id, shown) => {
  expect(render(<SourceRef report={report} id={id} />)).toMatch(shown)
})
