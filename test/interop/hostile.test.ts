/** No importer throws, hangs or lets markup, commands or unsafe links through, whatever stands in the files. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importAlertmanager } from '../../src/interop/alertmanager/importAlertmanager.js'
import type { ImportResult } from '../../src/interop/draft.js'
import { prepareDrafts } from '../../src/interop/drafts/prepareDrafts.js'
import { importGoogleCloud } from '../../src/interop/googleCloud/importGoogleCloud.js'
import { importDrafts } from '../../src/interop/importDrafts.js'
import { importLimits } from '../../src/interop/importLimits.js'
import { importPagerDuty } from '../../src/interop/pagerduty/importPagerDuty.js'
import { importSlack } from '../../src/interop/slack/importSlack.js'
import { importStatuspage } from '../../src/interop/statuspage/importStatuspage.js'
import { parseInstant } from '../../src/model/time.js'
import { inputOf, seoul } from './inputOf.js'

const at = '2022-10-15T06:30:00Z'
const user = {
  id: 'U1',
  type: 'user_reference',
  summary: 'Hana Kim',
  name: 'hana.kim',
  real_name: 'Hana Kim',
  profile: {},
}
const samples: readonly (readonly [string, typeof importSlack, unknown])[] = [
  [
    'ops/2022-10-15.json',
    importSlack,
    [
      {
        type: 'message',
        user: 'U1',
        ts: '1665815400.0001',
        text: 'a <@U1>',
        user_profile: user,
        thread_ts: '1665815400.0001',
        edited: { ts: '1' },
        files: [{ name: 'f' }],
        attachments: [{ text: 'x', fields: [{ title: 't', value: 'v' }] }],
        blocks: [
          {
            type: 'rich_text',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'b' }] }],
          },
        ],
      },
    ],
  ],
  [
    'alerts.json',
    importAlertmanager,
    {
      version: '4',
      status: 'firing',
      alerts: [
        {
          status: 'resolved',
          labels: { alertname: 'A', service: 's' },
          annotations: { summary: 'x' },
          startsAt: at,
          endsAt: '2022-10-15T07:00:00Z',
          generatorURL: 'http://x.example',
        },
      ],
    },
  ],
  [
    'log.json',
    importPagerDuty,
    {
      incidents: [
        {
          id: 'I',
          type: 'incident',
          title: 't',
          status: 'resolved',
          created_at: at,
          last_status_change_at: at,
          acknowledgements: [{ at, acknowledger: user }],
          service: { summary: 's' },
        },
      ],
      log_entries: [
        {
          id: 'L',
          type: 'annotate_log_entry',
          created_at: at,
          agent: user,
          channel: { summary: 'Hana Kim' },
          incident: { id: 'I', summary: '[#1] t' },
        },
      ],
    },
  ],
  [
    'incidents.json',
    importStatuspage,
    {
      page: { name: 'P' },
      incidents: [
        {
          id: 'i',
          name: 'n',
          started_at: at,
          shortlink: 'https://x.example',
          incident_updates: [
            {
              id: 'u',
              status: 'resolved',
              body: '<p>b</p>',
              display_at: at,
              affected_components: [{ name: 'c', old_status: 'operational', new_status: 'major_outage' }],
            },
          ],
        },
      ],
      items: [
        {
          title: 't',
          startDate: at,
          endDate: at,
          services: [{ name: 's' }],
          level: { label: 'Minor' },
          comments: [{ id: 1, type: 'update', content: '<p>c</p>', createdAt: at }],
        },
      ],
    },
  ],
  [
    'gcp.json',
    importGoogleCloud,
    [
      {
        id: 'g',
        begin: at,
        end: at,
        external_desc: 'd',
        uri: 'incidents/g',
        status_impact: 'SERVICE_OUTAGE',
        affected_products: [{ title: 'p' }],
        updates: [{ when: at, status: 'AVAILABLE', text: '**x**', affected_locations: [{ id: 'l' }] }],
        most_recent_update: { when: at, text: 'y' },
      },
    ],
  ],
]

const poison = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [[]],
    [null],
    '0001-01-01T00:00:00Z',
    '9999-99-99T99:99:99Z',
    'javascript:alert(1)',
    '<script>alert(1)</script>',
    '\u0000\u001b[2J\u202e',
    '<@U1|<!here>>',
    '__proto__',
    'x'.repeat(20_000),
    '<'.repeat(5000),
    '['.repeat(5000),
    '1665815400.9',
    '-----BEGIN PRIVATE KEY-----',
  ),
  fc.jsonValue(),
)

/** Every path to a value within a value. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}

function withPoison(value: unknown, path: readonly string[], bad: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return bad
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = withPoison(copy[key], rest, bad)
  return copy
}

function soundness({ drafts, notes }: ImportResult): void {
  expect(drafts.length > 0 || notes.some(({ severity }) => severity === 'error')).toBe(true)
  expect(new Set(drafts.map(({ key }) => key)).size).toBe(drafts.length)
  for (const { text, time, origin } of drafts) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/)
    expect(text.length).toBeLessThanOrEqual(importLimits.textLength + 200)
    expect(origin.link ?? 'https:').toMatch(/^https?:/)
    if (time === null) continue
    expect(Number.isFinite(time.fromEpochMs) && time.fromEpochMs <= time.toEpochMs).toBe(true)
    expect(parseInstant(time.at, { timezone: seoul.timezone, startEpochMs: 0 })).toHaveProperty('epochMs')
  }
}

describe.each(samples)('%s', (path, importer, sample) => {
  it('is read', () => {
    const result = importer(inputOf({ [path]: sample }), seoul)
    soundness(result)
    expect(result.drafts.length).toBeGreaterThan(0)
    expect(importDrafts(inputOf({ [path]: sample }), seoul).drafts.length).toBeGreaterThan(0)
  })

  it('with anything in the place of anything', () => {
    const paths = pathsOf(sample)
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        poison,
        fc.constantFrom(...paths),
        poison,
        (one, bad, two, worse) => {
          let value = withPoison(sample, one, bad)
          try {
            value = withPoison(value, two, worse)
          } catch {
            // The second place went with the first.
          }
          const input = inputOf({ [path]: JSON.stringify(value) ?? 'null' })
          const result = importer(input, { ...seoul, components: [{ id: 's', titles: ['c', 'p'] }] })
          soundness(result)
          prepareDrafts([result, importDrafts(input, seoul)], { drafts: [], facts: [] })
        },
      ),
      { numRuns: 400 },
    )
  })
})
