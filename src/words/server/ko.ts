/** The words of the library and of what stands around a live report, Korean. */
export const ko = {
  product: '만일',
  tagline: '스스로를 시험하는 장애 보고서',
  languages: '말',
  languageNames: { ko: '한국어', en: 'English' },
  cases: '사례',
  casesQuestion: '무슨 일이 있었고, 만일 이랬더라면 어떠했는가',
  none: '여기에는 아직 사례가 없다. manil new로 하나 만들 수 있다.',
  noModel: '모델이 없다. 사실과 이야기만 있다.',
  problems: (errors: number, warnings: number) =>
    [errors > 0 ? `오류 ${errors}개` : '', warnings > 0 ? `경고 ${warnings}개` : '']
      .filter(Boolean)
      .join(', '),
  fine: '잘못 없음',
  broken: '고쳐야 읽을 수 있다.',
  read: '보고서',
  toLibrary: '목록으로',
  panel: '이 사례의 파일에 고칠 곳이 있다',
  panelWarnings: '이 사례의 파일에 살펴볼 곳이 있다',
  lastGood: '아래는 마지막으로 온전했던 보고서이다. 파일을 고치면 따라 바뀐다.',
  neverGood: '아직 온전한 보고서가 없다. 파일을 고치면 여기에 나타난다.',
  bug: (message: string) => `보고서를 만들다가 Manil의 결함에 부딪쳤다: ${message}`,
  tracing: {
    toggle: '어디에 적혔나',
    hint: '켜고 나서 숫자나 구성 요소를 누르면 적힌 파일과 줄이 나옵니다. Alt 키를 누른 채 눌러도 됩니다.',
    title: '적힌 곳',
    copy: '위치 복사',
    copied: '복사함',
    editor: '편집기로 열기',
    close: '닫기',
    nowhere: '사례의 한 줄에 적힌 것이 아닙니다. 프로그램이 쓴 글이거나 여러 줄에서 계산한 값입니다.',
  },
  notFound: '그런 페이지가 없다',
  notFoundAbout: '목록에 모든 사례가 있다.',
  forbidden: '이 주소로는 답하지 않습니다. 화면에 적힌 주소로 열어 주십시오.',
}
