import { expect, test } from 'vitest'
import { auditHash } from '../../../src/store/audit.js'
import type { TestStore } from '../databases.js'

/** Proves that entries are numbered and chained one after the other, whoever writes at once. */
export function audit(workspace: TestStore): void {
  test('is one chain of many writers, listed by case', async () => {
    const { audit } = workspace.store
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        audit.append({
          actor: 'u',
          action: 'a.b',
          caseId: index % 2 === 0 ? 'even' : null,
          details: { index },
        }),
      ),
    )
    const entries = (await audit.list(null, 100)).reverse()
    expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    let previous = ''
    for (const { number, atMs, actor, action, caseId, details, hash } of entries) {
      const row = { number, at: atMs, actor, action, case_id: caseId, details: JSON.stringify(details) }
      expect(hash).toBe(auditHash({ ...row, previous_hash: previous }))
      previous = hash
    }
    expect(await audit.list('even', 100)).toHaveLength(15)
    expect((await audit.list(null, 2, 30)).map(({ number }) => number)).toEqual([29, 28])
  })
}
