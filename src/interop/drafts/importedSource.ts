import type { Source } from '../../model/case.js'
import type { ImportFormat } from '../draft.js'

/** The source that facts name which came in by a format. Its title says in both languages what it is; where it lies, people add. */
const sources: Readonly<Record<ImportFormat, { readonly id: string; readonly value: Source }>> = {
  slack: source('slack-export', 'Slack 대화 기록', 'Slack conversations', 'primary'),
  pagerduty: source('pagerduty-log', 'PagerDuty 기록', 'PagerDuty log', 'primary'),
  alertmanager: source('alertmanager-alerts', 'Alertmanager 경보', 'Alertmanager alerts', 'primary'),
  statuspage: source('status-page', '상태 페이지', 'Status page', 'primary'),
  'google-cloud': source(
    'google-cloud-status',
    'Google Cloud 상태 페이지',
    'Google Cloud status page',
    'primary',
  ),
  table: source('imported-table', '가져온 표', 'Imported table', 'derived'),
  paste: source('imported-notes', '가져온 기록', 'Imported notes', 'derived'),
}

/** The source of facts of a format: its id, and what stands for it in the case. */
export function importedSource(format: ImportFormat): { readonly id: string; readonly value: Source } {
  return sources[format]
}

function source(id: string, ko: string, en: string, kind: NonNullable<Source['kind']>) {
  return { id, value: { title: { ko, en }, kind } }
}
