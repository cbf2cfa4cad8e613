type Values = Readonly<Record<string, string | number>>

/** 초안에 붙는 표시. 짧은 명사구. */
export const ko = {
  duplicate: ({ of }: Values) => `중복: ${of}`,
  'clock-skew': ({ by }: Values) => `시계 어긋남 ${by}`,
  'missing-zone': ({ assumed }: Values) => `시간대 없음(${assumed})`,
  'missing-year': ({ assumed }: Values) => `해 없음(${assumed})`,
  'missing-date': ({ assumed }: Values) => `날짜 없음(${assumed})`,
  'missing-time': () => '시각 없음',
  'ambiguous-time': () => '두 번 있는 시각',
  'noise-bot': () => '봇',
  'noise-repeat': () => '되풀이',
  'noise-membership': () => '드나듦',
  'noise-empty': () => '내용 없음',
  repeated: ({ count }: Values) => `${count}번 되풀이`,
  edited: () => '고친 글',
  'redacted-secret': () => '비밀 지움',
  'redacted-address': () => '주소 지움',
  'redacted-phone': () => '번호 지움',
}
