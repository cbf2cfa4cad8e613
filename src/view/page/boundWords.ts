// A short Korean word leans on its neighbour. 「서른 시간 안」 broken before 「안」 reads as two phrases, and a browser that
// evens out the lines of a heading does not know that.

const NBSP = '\u00a0'
/** Words that belong to the one before them: 안, 뒤, 곳, 것, 수, 때. */
const LEANS_BACK =
  /(?<=[가-힣0-9]) (?=(?:안|밖|앞|뒤|때|곳|것|수|줄|듯|만|중|간|번|개|명|대|분|시|일|월|년|채|쪽|뿐|몫)(?:[은는이가을를에의도로과와만]|에서|까지|부터|으로)?(?:[\s,.!?」』]|$))/g
/** Words that belong to the one behind them: numerals and the short words that point. */
const LEANS_ON =
  /(?<=(?:^|[\s「『(])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열두|스물|서른|마흔|쉰|몇|첫|각|그|이|저|단)) (?=[가-힣])/g

/** What is said in one breath: 15시 23분, 10월 15일, 할 수 있다. */
const ONE_BREATH = /(?<=\d[시월년]) (?=\d+[분일월])|(?<=[ \u00a0]수) (?=[있없])/g

/** A text in which such words cannot be parted by the end of a line. Other languages pass unchanged. */
export const boundWords = (text: string): string =>
  text.replace(LEANS_ON, NBSP).replace(LEANS_BACK, NBSP).replace(ONE_BREATH, NBSP)
