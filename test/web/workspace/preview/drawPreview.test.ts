import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { CaseFile } from '../../../../src/files/caseFile.js'
import { CaseReader } from '../../../../src/files/caseReader.js'
import { PreviewDrawer } from '../../../../src/web/workspace/preview/drawPreview.js'

// What this proves: the preview shows the narrative of the moment with the figures of the case as it was last whole, carries no script, and
// says nothing while there never was a whole case.

const folder = fileURLToPath(new URL('../../../../cases/kakao-2022/', import.meta.url))
const files: readonly CaseFile[] = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(({ name }) => ({ path: name, text: readFileSync(folder + name, 'utf8') }))
const having = (path: string, text: string) => files.map(file => (file.path === path ? { path, text } : file))

test('figures stay while a YAML file is broken, and the words are new', async () => {
  const drawer = new PreviewDrawer(new CaseReader())
  expect(await drawer.draw('kakao', having('system.yaml', 'components: ['), 'ko')).toBeNull()
  const whole = await drawer.draw('kakao', files, 'ko')
  expect(whole).toContain('id="section-1"')
  expect(whole).toContain('<svg')
  const broken = having('system.yaml', 'components: [').map(file =>
    file.path === 'report.ko.md' ? { ...file, text: '## 새로 쓴 절\n\n::replay\n' } : file,
  )
  const after = await drawer.draw('kakao', broken, 'ko')
  expect(after).toContain('새로 쓴 절')
  expect(after).toContain('<svg')
})

test('what somebody writes as HTML does not come alive', async () => {
  const hostile = '## <img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\n[a](javascript:alert(1))\n'
  const html = await new PreviewDrawer(new CaseReader()).draw('kakao', having('report.en.md', hostile), 'en')
  expect(html).not.toMatch(/<script|<img|javascript:/)
})
