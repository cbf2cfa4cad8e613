import { describe, expect, it } from 'vitest'
import { loadCase } from '../../src/files/loadCase.js'
import { publishCase } from '../../src/publish/publishCase.js'

const HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028'

const yaml = `
case:
  title: ${JSON.stringify(HOSTILE)}
  timezone: UTC
  start: 2026-01-01 00:00
  languages: [en]
  summary: '"><svg onload=alert(3)>'
  contact: 'javascript:alert(4)'
components:
  constructor: { kind: service, title: ${JSON.stringify(HOSTILE)}, needs: toString }
  toString: { kind: hosts }
events:
  hasOwnProperty: { at: 2026-01-01 00:00, fail: { toString: all } }
  after-all: { at: 2026-01-01 01:00, repair: [toString] }
facts:
  valueOf: { at: 2026-01-01 00:00, text: ${JSON.stringify(HOSTILE)}, changes: { constructor: down }, sources: [bad, worse], claimed-by: '<b onclick=alert(5)>' }
sources:
  bad: { title: ${JSON.stringify(HOSTILE)}, url: 'javascript:alert(6)' }
  worse: { title: x, url: 'data:text/html,<script>alert(7)</script>' }
ifs:
  toString: { title: '<iframe src=//evil.example>', components: { constructor: { needs: null } } }
`

const narrative = `Text with <script>alert(8)</script> and <img src=x onerror=alert(9)>.

[link](javascript:alert(10)) [data](data:text/html,x) ![picture](https://evil.example/p.png) ![other](//evil.example/q.png)

<iframe src="https://evil.example/"></iframe>

## <b onmouseover=alert(11)>Heading</b>

:fact[valueOf] :fact[__proto__] :verdict[constructor]{if=toString} :verdict[constructor]{onclick="alert(12)" if="x"} :fact[x]{onclick="alert(13)" style="a" class="b" id="manil-data"}

::if{id="__proto__" onload="alert(14)"}
`

describe('Whatever stands in a case is text, never markup or script.', () => {
  it('publishes a hostile case as a harmless page', async () => {
    const loaded = loadCase('hostile', [
      { path: 'case.yaml', text: yaml },
      { path: 'report.en.md', text: narrative },
    ])
    expect(loaded.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const files = await publishCase(loaded)
    const page = String(files[0]?.contents)
    const scripts = page.match(/<script\b/g) ?? []
    expect(scripts).toHaveLength(2)
    expect(page.match(/<\/script/gi)).toHaveLength(2)
    // The page's own: how it looks stands in its head, its letters behind everything that is read.
    expect(page.match(/<style\b/gi)).toHaveLength(2)
    const markup = page.slice(page.indexOf('<body>'), page.lastIndexOf('<style>'))
    expect(markup.length).toBeGreaterThan(1_000)
    for (const [tag] of markup.matchAll(/<[a-z][^>]*>/gi)) {
      expect(tag).not.toMatch(/\son\w+\s*=/i)
      expect(tag).not.toMatch(/(?:href|src)="?\s*(?:javascript|data:text|\/\/)/i)
      expect(tag).not.toMatch(/^<(?:script|iframe|object|embed|style|link|base|form)\b/i)
      expect(tag).not.toMatch(/id="manil-data"/)
    }
    expect(markup).toContain('&lt;/script>')
    const data = /<script type="application\/json" id="manil-data">(.*)<\/script>/.exec(page)?.[1] ?? ''
    expect(JSON.parse(data).document.case.title).toBe(HOSTILE)
    expect(data).not.toContain('<')
  })
})
