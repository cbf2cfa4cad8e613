/** What alerting, paging and status pages say of an incident becomes drafts at the right instants, with the states of components. */
import { describe, expect, it } from 'vitest'
import { importAlertmanager } from '../../src/interop/alertmanager/importAlertmanager.js'
import type { Draft, ImportFrame } from '../../src/interop/draft.js'
import { importGoogleCloud } from '../../src/interop/googleCloud/importGoogleCloud.js'
import { importPagerDuty } from '../../src/interop/pagerduty/importPagerDuty.js'
import { importStatuspage } from '../../src/interop/statuspage/importStatuspage.js'
import { inputOf, lines, seoul } from './inputOf.js'

const frame: ImportFrame = {
  ...seoul,
  components: [
    { id: 'booking', titles: ['예약', 'Booking API'] },
    { id: 'main.db', titles: ['Database'] },
  ],
}
const told = (drafts: readonly Draft[]) =>
  drafts.map(({ changes, phase }, index) => [
    lines(drafts)[index],
    phase,
    ...(changes === undefined ? [] : [changes]),
  ])

describe('Alertmanager', () => {
  const alert = (fields: object) => ({
    labels: { alertname: 'InstanceDown', service: 'Booking API', severity: 'critical' },
    annotations: { summary: 'booking does not answer' },
    startsAt: '2022-10-15T06:30:00.5Z',
    endsAt: '0001-01-01T00:00:00Z',
    ...fields,
  })
  const payload = (alerts: object[], status = 'firing') => ({
    version: '4',
    status,
    alerts,
    externalURL: 'http://am.example:9093',
  })

  it('a beginning and, where it ended, an end', () => {
    const resolved = alert({ status: 'resolved', endsAt: '2022-10-15T06:40:00Z' })
    const { drafts, notes } = importAlertmanager(
      inputOf({
        'a.json': payload([alert({ status: 'firing' })]),
        'b.json': payload([resolved], 'resolved'),
      }),
      frame,
    )
    expect(notes).toEqual([])
    expect(told(drafts)).toEqual([
      [
        '15:30 [FIRING] InstanceDown: booking does not answer (Booking API)',
        'detection',
        { booking: 'down' },
      ],
      ['15:40 [RESOLVED] InstanceDown: booking does not answer (Booking API)', 'recovery', { booking: 'up' }],
    ])
    expect(drafts[0]?.time?.fromEpochMs).toBe(Date.parse('2022-10-15T06:30:00.500Z'))
    expect(drafts[1]?.thread).toBe(drafts[0]?.key)
  })

  it('what still fires has no end, even if one is foretold', () => {
    const foretold = alert({ status: { state: 'active' }, endsAt: '2022-10-15T06:45:00Z' })
    expect(lines(importAlertmanager(inputOf({ 'a.json': [foretold] }), frame).drafts)).toHaveLength(1)
  })

  it('one payload a line, labels of the group, an alert that is not well rather than down', () => {
    const line = (instance: string) =>
      JSON.stringify({
        ...payload([{ status: 'firing', labels: { instance }, startsAt: '2022-10-15T06:30:00Z' }]),
        commonLabels: { alertname: 'DiskFull' },
      })
    const { drafts } = importAlertmanager(
      inputOf({ 'a.ndjson': `${line('main-db:9100')}\n${line('x')}\n` }),
      frame,
    )
    expect(told(drafts)).toEqual([
      ['15:30 [FIRING] DiskFull (main-db:9100)', 'detection', { 'main.db': 'impaired' }],
      ['15:30 [FIRING] DiskFull (x)', 'detection'],
    ])
  })

  it('refuses what is none, and says so', () => {
    const codes = (value: unknown) =>
      importAlertmanager(inputOf({ 'a.json': value }), frame).notes.map(({ code }) => code)
    expect(codes({ hello: 1 })).toEqual(['alertmanager-unknown'])
    expect(codes(payload([]))).toEqual(['alertmanager-no-alerts', 'alertmanager-nothing'])
    expect(codes('[1, 2]')).toEqual(['alertmanager-nothing'])
  })
})

describe('PagerDuty', () => {
  const hana = { id: 'PU1', type: 'user_reference', summary: 'Hana Kim' }
  const service = { id: 'PS1', type: 'service_reference', summary: 'Booking API' }
  const incident = {
    id: 'PI1',
    type: 'incident_reference',
    summary: '[#12] Booking is slow',
    html_url: 'https://x.pagerduty.com/incidents/PI1',
  }
  const entry = (id: string, type: string, created_at: string, rest: object = {}) => ({
    id,
    type,
    created_at,
    incident,
    service,
    agent: hana,
    ...rest,
  })

  it('log entries: what happened, without names; who was called is folded', () => {
    const log_entries = [
      entry('R1', 'trigger_log_entry', '2022-10-15T06:30:00Z', {
        agent: service,
        channel: { type: 'api', summary: 'x' },
      }),
      entry('R2', 'notify_log_entry', '2022-10-15T06:30:05Z', { user: hana }),
      entry('R3', 'acknowledge_log_entry', '2022-10-15T06:31:00Z'),
      entry('R4', 'annotate_log_entry', '2022-10-15T06:40:00Z', {
        channel: { type: 'note', summary: 'Hana Kim restarts the pool' },
      }),
      entry('R5', 'resolve_log_entry', '2022-10-15T07:00:00Z'),
    ]
    const { drafts, people } = importPagerDuty(inputOf({ 'log.json': { log_entries, more: false } }), frame)
    expect(told(drafts)).toEqual([
      ['15:30 [TRIGGER] Booking is slow', 'detection', { booking: 'impaired' }],
      ['15:30:05 [NOTIFY] Booking is slow {noise:bot}', undefined],
      ['15:31 [ACKNOWLEDGE] Booking is slow', 'detection'],
      ['15:40 [@1] restarts the pool', undefined],
      ['16:00 [RESOLVE] Booking is slow', 'recovery', { booking: 'up' }],
    ])
    expect(drafts[2]?.by).toBe('[@1]')
    expect(drafts[0]?.origin.link).toBe('https://x.pagerduty.com/incidents/PI1')
    expect(people).toEqual([{ original: 'Hana Kim', replacement: '[@1]' }])
  })

  it('an incident alone tells its own times; with its log nothing twice', () => {
    const whole = {
      ...incident,
      type: 'incident',
      incident_number: 12,
      title: 'Booking is slow',
      status: 'resolved',
      created_at: '2022-10-15T06:30:00Z',
      resolved_at: '2022-10-15T07:00:00Z',
      service,
      acknowledgements: [{ at: '2022-10-15T06:31:00Z', acknowledger: hana }],
    }
    expect(lines(importPagerDuty(inputOf({ 'i.json': { incidents: [whole] } }), frame).drafts)).toEqual([
      '15:30 [TRIGGERED] Booking is slow',
      '15:31 [ACKNOWLEDGED] Booking is slow',
      '16:00 [RESOLVED] Booking is slow',
    ])
    const log_entries = [entry('R1', 'trigger_log_entry', '2022-10-15T06:30:00Z')]
    const both = inputOf({ 'i.json': { incident: whole }, 'log.json': { log_entries } })
    const known = ['15:31 [ACKNOWLEDGED] Booking is slow', '16:00 [RESOLVED] Booking is slow']
    expect(lines(importPagerDuty(both, frame).drafts)).toEqual(['15:30 [TRIGGER] Booking is slow', ...known])
    const inside = {
      ...whole,
      log_entries: [{ id: 'R1', type: 'trigger_log_entry', created_at: '2022-10-15T06:30:00Z' }],
    }
    for (const value of [
      inside,
      { incidents: [inside] },
      { messages: [{ event: 'incident.trigger', incident: whole, log_entries: inside.log_entries }] },
    ]) {
      expect(lines(importPagerDuty(inputOf({ 'i.json': value }), frame).drafts)).toEqual([
        '15:30 [TRIGGER] Booking is slow',
        ...known,
      ])
    }
  })

  it('webhook events, one a line', () => {
    const event = (event_type: string, occurred_at: string, data: object, agent: object = hana) =>
      JSON.stringify({
        event: {
          id: `${event_type}${occurred_at}`,
          event_type,
          resource_type: 'incident',
          occurred_at,
          agent,
          data,
        },
      })
    const body = [
      event('pagey.ping', '2022-10-15T06:00:00Z', {}),
      event(
        'incident.triggered',
        '2022-10-15T06:30:00Z',
        { type: 'incident', title: 'Booking is slow', service },
        service,
      ),
      event('incident.annotated', '2022-10-15T06:35:00Z', {
        type: 'incident_note',
        content: 'pool is empty',
        incident,
      }),
      event('incident.status_update_published', '2022-10-15T06:36:00Z', {
        type: 'incident_status_update',
        message: 'we know',
        incident,
      }),
      event('incident.resolved', '2022-10-15T07:00:00Z', {
        type: 'incident',
        title: 'Booking is slow',
        service,
      }),
    ].join('\n')
    expect(told(importPagerDuty(inputOf({ 'hooks.ndjson': body }), frame).drafts)).toEqual([
      ['15:30 [TRIGGERED] Booking is slow', 'detection', { booking: 'impaired' }],
      ['15:35 pool is empty', undefined],
      ['15:36 [STATUS UPDATE PUBLISHED] Booking is slow — we know', 'communication'],
      ['16:00 [RESOLVED] Booking is slow', 'recovery', { booking: 'up' }],
    ])
  })

  it('refuses what is none', () => {
    const { drafts, notes } = importPagerDuty(inputOf({ 'a.json': { hello: 1 } }), frame)
    expect([drafts, notes.map(({ code }) => code)]).toEqual([[], ['pagerduty-unknown']])
  })
})

describe('status pages', () => {
  it('Statuspage: updates with the states of components, and a beginning entered by hand', () => {
    const update = (id: string, status: string, body: string, at: string, states: [string, string]) => ({
      id,
      status,
      body,
      display_at: at,
      affected_components: [{ code: 'c', name: 'Booking API', old_status: states[0], new_status: states[1] }],
    })
    const incident = {
      id: 'i',
      name: 'Slow bookings',
      started_at: '2022-10-15T15:00:00.000+09:00',
      shortlink: 'javascript:alert(1)',
      incident_updates: [
        update(
          'b',
          'resolved',
          'All <b>well</b>&nbsp;again<script>alert(1)</script>',
          '2022-10-15T16:00:00.000+09:00',
          ['partial_outage', 'operational'],
        ),
        update('a', 'investigating', 'We look', '2022-10-15T15:30:00.000+09:00', [
          'operational',
          'partial_outage',
        ]),
      ],
    }
    const { drafts } = importStatuspage(
      inputOf({ 'incidents.json': { page: { name: 'Hanul' }, incidents: [incident] } }),
      frame,
    )
    expect(told(drafts)).toEqual([
      ['15:00 [Started] Slow bookings', 'impact'],
      ['15:30 [Investigating] Slow bookings: We look', 'communication', { booking: 'impaired' }],
      ['16:00 [Resolved] Slow bookings: All well again', 'communication', { booking: 'up' }],
    ])
    expect(drafts.map(({ claimedBy, origin }) => [claimedBy, origin.link])).toEqual(
      drafts.map(() => ['Hanul', undefined]),
    )
  })

  it('Google Cloud: beginning, updates as words, end', () => {
    const incident = {
      id: 'abc',
      begin: '2022-10-15T06:00:00+00:00',
      end: '2022-10-15T08:00:00+00:00',
      external_desc: '**Booking** is down in `asia`',
      status_impact: 'SERVICE_OUTAGE',
      uri: 'incidents/abc',
      affected_products: [{ title: 'Booking API', id: 'x' }],
      updates: [
        {
          when: '2022-10-15T06:20:00+00:00',
          status: 'SERVICE_OUTAGE',
          text: '# Summary\n\n* We [investigate](https://x.example/y).',
          affected_locations: [{ title: 'Seoul', id: 'asia-northeast3' }],
        },
      ],
      most_recent_update: {
        when: '2022-10-15T08:05:00+00:00',
        status: 'AVAILABLE',
        text: 'Over.',
        affected_locations: [],
      },
    }
    const { drafts } = importGoogleCloud(inputOf({ 'incidents.json': [incident] }), frame)
    expect(told(drafts)).toEqual([
      ['15:00 [Begin] Booking is down in asia (Booking API)', 'impact', { booking: 'down' }],
      [
        '15:20 [SERVICE_OUTAGE] Summary\n\n- We investigate (https://x.example/y). (asia-northeast3)',
        'communication',
      ],
      ['17:00 [End] Booking is down in asia (Booking API)', 'recovery', { booking: 'up' }],
      ['17:05 [AVAILABLE] Over.', 'communication'],
    ])
    expect(drafts[0]?.origin.link).toBe('https://status.cloud.google.com/incidents/abc')
  })
})
