/** What buttons, lists and dialogs say wherever they stand, Korean. */
export const ko = {
  close: '닫기',
  remove: (what: string) => `${what} 빼기`,
  none: '맞는 것이 없습니다',
  add: '더하기',
  results: (count: number) => `${count}개`,
}
