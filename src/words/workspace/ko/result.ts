/** What stands beside the page while a case is written, Korean. */
export const ko = {
  first: '처음 계산하는 중입니다.',
  standing: (errors: number, warnings: number) =>
    errors + warnings === 0
      ? '잘못된 곳이 없습니다'
      : [errors > 0 ? `오류 ${errors}개` : '', warnings > 0 ? `살펴볼 곳 ${warnings}개` : '']
          .filter(Boolean)
          .join(', '),
  lastWhole: '아래는 마지막으로 온전했을 때의 결과입니다.',
  severity: { error: '오류', warning: '살펴볼 곳' },
  meant: (suggestion: string) => `혹시 ${suggestion}?`,
  folder: '사례 전체',
  more: (count: number) => `${count}개 더 보기`,
  noModel: '아직 모델이 없습니다. 시스템을 그리거나 첫 모델의 물음에 답하면 여기에 결과가 나타납니다.',
  fidelity: '모델은 얼마나 맞나',
  outages: '모델이 말하는 장애',
  noOutage: '이 모델에서 멈추는 서비스가 없습니다.',
  down: (length: string) => `멈춤 ${length}`,
  impaired: (length: string) => `일부 ${length}`,
  notBack: '돌아오지 않음',
  questions: (count: number) => (count === 0 ? '물을 것이 없습니다' : `프로그램이 묻는 것 ${count}가지`),
}
