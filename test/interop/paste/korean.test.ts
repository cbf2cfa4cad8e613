// Timelines as people in Korea write them: reports, minutes, chats, tables, notices. Every sample is made up.

import { describe, expect, it } from 'vitest'
import type { ImportFrame } from '../../../src/interop/draft.js'
import { importPaste } from '../../../src/interop/paste/importPaste.js'

const frame: ImportFrame = { timezone: 'Asia/Seoul', startEpochMs: Date.UTC(2024, 4, 2, 5, 10) }

function read(text: string, path = 'timeline.md', inFrame = frame) {
  const bytes = new TextEncoder().encode(text)
  return importPaste({ files: [{ path, bytes }] }, inFrame)
}

const told = (text: string, path?: string, inFrame?: ImportFrame) =>
  read(text, path, inFrame).drafts.map(({ time, text: said }) => `${time?.at ?? '?'} | ${said}`)

describe('a timeline in Korean', () => {
  it('as a report with a heading of its zone and list items', () => {
    const text = `# 2024년 5월 2일 결제 장애 보고

## 개요
14시 10분부터 약 2시간 동안 결제가 되지 않았다. 원인은 인증서 만료였다.

## 타임라인 (모든 시각은 KST)
- 14:10 결제 실패율 상승
- 14:12 **경보 발생** (\`payment-5xx\`)
- 14:30경 담당팀 소집
- 15:05~15:20 인증서 교체
- 16:10 정상 확인

## 재발 방지
- 만료 30일 전 알림
- 3시간마다 점검`
    expect(told(text)).toEqual([
      '2024-05-02 14:10 | 결제 실패율 상승',
      '2024-05-02 14:12 | 경보 발생 (payment-5xx)',
      '2024-05-02 14:30 ± 5m | 담당팀 소집',
      '2024-05-02 15:05 .. 15:20 | 인증서 교체',
      '2024-05-02 16:10 | 정상 확인',
    ])
    expect(read(text).drafts.flatMap(({ flags }) => flags)).toEqual([])
  })

  it('as minutes with 오전 and 오후, going past midnight', () => {
    expect(
      told(`5월 2일(목)
오후 11시 40분 디스크 사용률 95% 경보
오후 11시 52분 쓰기 중단
오전 0시 5분쯤 로그 삭제 시작
오전 1시 반 쓰기 재개

5월 3일(금)
오전 9시 회고`),
    ).toEqual([
      '2024-05-02 23:40 | 디스크 사용률 95% 경보',
      '2024-05-02 23:52 | 쓰기 중단',
      '2024-05-03 00:05 ± 5m | 로그 삭제 시작',
      '2024-05-03 01:30 | 쓰기 재개',
      '2024-05-03 09:00 | 회고',
    ])
  })

  it('as a notice with sections marked by brackets and circles', () => {
    expect(
      told(`[서비스 장애 안내]
■ 일시: 2024년 5월 2일 14:10 ~ 16:10
■ 경과
 ① 준비
 · 14:10 로그인 지연 시작
 · 14:25 서버 증설
   - 두 대 추가
 · 16:10 정상화`),
    ).toEqual(
      expect.arrayContaining([
        '2024-05-02 14:10 | 로그인 지연 시작',
        expect.stringContaining('2024-05-02 14:25 | 서버 증설'),
        '2024-05-02 16:10 | 정상화',
      ]),
    )
  })

  it('as a table with a column of days', () => {
    expect(
      told(`| 날짜 | 시각(KST) | 내용 | 비고 |
|---|---|---|---|
| 5/2 | 14:10 | 전원 차단 | 소방 요청 |
| | 16:52 | 건물 전체 차단 | |
| 5/3 | 01:30 | 단계적 전원 재개 | |`),
    ).toEqual([
      '2024-05-02 14:10 | 전원 차단 — 소방 요청',
      '2024-05-02 16:52 | 건물 전체 차단',
      '2024-05-03 01:30 | 단계적 전원 재개',
    ])
  })

  it('as a chat copied from a computer', () => {
    const result = read(`--------------- 2024년 5월 2일 목요일 ---------------
[김하나] [오후 2:11] 결제 안 되는데요?
[이두리] [오후 2:12] 저도요
김하나님이 나갔습니다.
[김하나] [오후 2:30] 김하나입니다. 인증서 만료 확인했습니다`)
    expect(result.drafts.map(({ time, by, text }) => [time?.at, by, text])).toEqual([
      ['2024-05-02 14:11', '[@1]', '결제 안 되는데요?'],
      ['2024-05-02 14:12', '[@2]', expect.stringContaining('저도요')],
      ['2024-05-02 14:30', '[@1]', expect.stringContaining('인증서 만료 확인했습니다')],
    ])
    expect(JSON.stringify(result.drafts.map(({ text }) => text))).not.toContain('김하나')
    expect(result.people).toContainEqual({ original: '김하나', replacement: '[@1]' })
  })

  it('as a chat copied from a phone', () => {
    const result = read(`2024년 5월 2일 오후 2:11, 김하나 : 결제 안 되는데요?
2024년 5월 2일 오후 2:12, 이두리 : 확인 중`)
    expect(result.drafts.map(({ time, by, text }) => [time?.at, by, text])).toEqual([
      ['2024-05-02 14:11', '[@1]', '결제 안 되는데요?'],
      ['2024-05-02 14:12', '[@2]', '확인 중'],
    ])
  })

  it('as key times behind their labels', () => {
    expect(
      told(`### 주요 시각
- 최초 발생: 2024-05-02 14:10
- 인지: 14:25
- 조치 완료: 2024.05.02 16:05
- 장애 시간: 1시간 55분`),
    ).toEqual(['2024-05-02 14:10 | 최초 발생', '2024-05-02 14:25 | 인지', '2024-05-02 16:05 | 조치 완료'])
  })

  it('as time since the beginning', () => {
    expect(
      told(`T0 = 2024-05-02 14:10
- T+0 전원 차단
- T+12m 발전기 기동 실패
- T+1h30m 복전
- T-5m 점검 시작`),
    ).toEqual([
      '2024-05-02 14:05 | 점검 시작',
      '2024-05-02 14:10 | 전원 차단',
      '2024-05-02 14:22 | 발전기 기동 실패',
      '2024-05-02 15:40 | 복전',
    ])
  })

  it('with dots for clocks, and with figures alone', () => {
    expect(told('14.10 전원 차단\n14.25 발전기 기동\n16.05 복전')).toEqual([
      '2024-05-02 14:10 | 전원 차단',
      '2024-05-02 14:25 | 발전기 기동',
      '2024-05-02 16:05 | 복전',
    ])
    expect(told('1410 전원 차단\n1425 발전기 기동\n1605 복전')).toEqual([
      '2024-05-02 14:10 | 전원 차단',
      '2024-05-02 14:25 | 발전기 기동',
      '2024-05-02 16:05 | 복전',
    ])
  })

  it('with days of the week, the next day, and days counted', () => {
    expect(
      told(`## D-day
- 23:50 차단
## D+1
- 09:00 점검
## 다음 날
- 10:00 종료`),
    ).toEqual(['2024-05-02 23:50 | 차단', '2024-05-03 09:00 | 점검', '2024-05-04 10:00 | 종료'])
  })

  it('as headings with paragraphs below, and particles after times', () => {
    expect(
      told(`### 14시 10분
전력이 끊겼다.

원인은 아직 모른다.
### 14시 25분부터 15시까지
복구 시도가 이어졌다.`),
    ).toEqual([
      '2024-05-02 14:10 | 전력이 끊겼다.\n원인은 아직 모른다.',
      '2024-05-02 14:25 .. 15:00 | 복구 시도가 이어졌다.',
    ])
    expect(told('14:10에 전력이 끊겼다.\n14:25에는 발전기가 멈췄다.')).toEqual([
      '2024-05-02 14:10 | 전력이 끊겼다.',
      '2024-05-02 14:25 | 발전기가 멈췄다.',
    ])
  })

  it('in prose is no timeline', () => {
    expect(
      told(`장애는 14시 10분에 시작되어 2시간 만에 끝났다. 이때까지 3.5만 건이 실패했고, 5월 2일 하루 매출의 1.2%였다.

다음 주부터 점검 주기를 24시간에서 12시간으로 줄인다.`),
    ).toEqual([])
  })

  it('without a year or a day takes those of the case and says so', () => {
    const [first, second] = read('- 5월 2일 14:10 차단\n- 14:25 복구').drafts
    expect(first?.flags).toEqual([
      { code: 'missing-zone', assumed: 'Asia/Seoul' },
      { code: 'missing-year', assumed: 2024 },
    ])
    expect(second?.flags).toEqual([{ code: 'missing-zone', assumed: 'Asia/Seoul' }])
    expect(read('14:25 복구').drafts[0]?.flags).toContainEqual({
      code: 'missing-date',
      assumed: '2024-05-02',
    })
    expect(
      told('14:25 복구', '2024-05-03-회의록.md', { timezone: 'Asia/Seoul', startEpochMs: null }),
    ).toEqual(['2024-05-03 14:25 | 복구'])
    expect(read('14:25 복구', 'a.md', { timezone: 'Asia/Seoul', startEpochMs: null }).drafts).toMatchObject([
      { time: null, flags: [{ code: 'missing-time' }] },
    ])
  })
})
