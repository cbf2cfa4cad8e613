import { useState } from 'preact/hooks'
import type { AuditEntry } from '../../../../api/people.js'
import { historyWords } from '../../../../words/workspace/history.js'
import { useCase } from '../../case/useCase.js'
import { Button } from '../../pieces/button.js'
import { api, language } from '../../session/session.js'

/** What was done with the case, for its owners; asked for only when it is opened. */
export function AuditList() {
  const open = useCase()
  const words = historyWords(language.value)
  const [entries, setEntries] = useState<readonly AuditEntry[] | null>(null)
  const load = async (before?: number) => {
    const asked = await api.ask('get', '/api/cases/{case}/audit', {
      params: { case: open.id },
      query: { limit: 100, ...(before === undefined ? {} : { before }) },
    })
    if ('given' in asked)
      setEntries([...(before === undefined ? [] : (entries ?? [])), ...asked.given.entries])
  }
  const when = new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'medium' })
  return (
    <details
      class="audit"
      onToggle={event => {
        if ((event.currentTarget as HTMLDetailsElement).open && entries === null) void load()
      }}
    >
      <summary>{words.audit}</summary>
      <p class="quiet">{words.auditAbout}</p>
      <ol>
        {(entries ?? []).map(({ seq, atMs, by, action, hash }) => (
          <li key={seq}>
            <time>{when.format(atMs)}</time> <b>{action}</b> {by ?? ''}{' '}
            <code title={hash}>{hash.slice(0, 12)}</code>
          </li>
        ))}
      </ol>
      {entries !== null && entries.length > 0 && entries.length % 100 === 0 && (
        <Button size="small" look="quiet" onClick={() => void load(entries.at(-1)!.seq)}>
          {words.more}
        </Button>
      )}
    </details>
  )
}
