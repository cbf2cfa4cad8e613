/** The list of cases, Korean. */
export const ko = {
  cases: '사례',
  begin: '새 사례',
  importZip: 'zip 폴더 들여오기',
  none: '아직 사례가 없습니다. 새로 시작하거나, 사례 폴더를 zip으로 들여오십시오.',
  changed: (date: string) => `${date} 고침`,
  title: '무슨 일이었나',
  titleHint: '보고서의 제목입니다. 나중에 바꿀 수 있습니다.',
  start: '시작한 때',
  startHint: '2022-10-15 15:19처럼 그곳의 시계로 적습니다. 대강이어도 됩니다.',
  zone: '시간대',
  languages: '보고서의 언어',
  bothLanguages: '한국어와 영어',
  oneLanguage: '지금 언어만',
  cancel: '그만두기',
  beginNow: '시작하기',
}
