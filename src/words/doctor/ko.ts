type Values = Readonly<Record<string, string | number>>

/** 작업실을 진찰한 결과, 한국어. */
export const ko = {
  findings: {
    'blob-altered': ({ hash }: Values) => `${hash}의 내용이 해시와 다릅니다.`,
    'blob-missing': ({ path, revision }: Values) => `${revision}판의 ${path} 내용이 없습니다.`,
    'revision-missing': ({ from, to }: Values) => `${from}판부터 ${to}판까지 없습니다.`,
    'revision-altered': ({ revision }: Values) => `${revision}판이 남긴 뒤에 바뀌었습니다.`,
    'revision-unlinked': ({ revision }: Values) => `${revision}판이 앞 판에 이어지지 않습니다.`,
    'head-revision-wrong': ({ stored, found }: Values) =>
      `마지막 판이 ${stored}이라고 적혀 있으나 ${found}입니다.`,
    'update-missing': ({ from, to }: Values) => `쓰인 것 ${from}부터 ${to}까지 없습니다.`,
    'update-unreadable': ({ seq }: Values) => `쓰인 것 ${seq}을 읽을 수 없습니다.`,
    'last-update-wrong': ({ stored, found }: Values) =>
      `마지막으로 쓰인 것이 ${stored}이라고 적혀 있으나 ${found}입니다.`,
    'snapshot-unreadable': ({ seq }: Values) => `${seq}까지 모아 둔 상태를 읽을 수 없습니다.`,
    'snapshot-beyond-revision': ({ seq, revision }: Values) =>
      `모아 둔 상태가 ${revision}판보다 앞서(${seq}) 그 판을 확인할 수 없습니다.`,
    'texts-incomplete': () => '쓰인 것의 일부가 없어 글을 다 만들 수 없습니다.',
    'text-differs-from-revision': ({ path, revision }: Values) => `${path}의 글이 ${revision}판과 다릅니다.`,
    'audit-missing': ({ from, to }: Values) => `한 일의 기록 ${from}부터 ${to}까지 없습니다.`,
    'audit-altered': ({ number }: Values) => `한 일의 기록 ${number}이 남긴 뒤에 바뀌었습니다.`,
    'audit-unlinked': ({ number }: Values) => `한 일의 기록 ${number}이 앞 기록에 이어지지 않습니다.`,
    'audit-head-wrong': ({ stored, found }: Values) =>
      `한 일의 기록 끝이 ${stored}이라고 적혀 있으나 ${found}입니다.`,
    'dangling-reference': ({ table, constraint, rows }: Values) =>
      `${table}의 줄 ${rows}개가 없는 것을 가리킵니다(${constraint}).`,
    'unreadable-value': ({ table, column, rows }: Values) =>
      `${table}.${column}의 값 ${rows}개를 읽을 수 없습니다.`,
  },
  advice:
    '데이터베이스를 그대로 두고 사본을 떠 두십시오. 온전한 백업이 있으면 빈 곳에 되살리고(manil restore), 사례는 지금의 모습대로 내보낼 수 있습니다.',
}
