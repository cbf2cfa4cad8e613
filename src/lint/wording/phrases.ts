import type { WordingClass } from '../../words/wording/wordingWords.js'

/**
 * Phrases by class, as data. Each is a regular expression without flags. `person` marks those that matter only where a person
 * or a post is the subject: about a component the same words are a description.
 */
export interface Phrase {
  readonly of: WordingClass
  readonly pattern: string
  readonly person?: true
  /** Not where this stands in the same sentence: a measure, as for shortages. */
  readonly unless?: string
}

const number = '\\d'

/** English phrases. Word boundaries are added. */
export const english: readonly Phrase[] = [
  { of: 'person-as-cause', pattern: '(human|operator|user|manual) error' },
  {
    of: 'person-as-cause',
    pattern:
      '(mistake|error|typo|slip) (by|of) (an?|the|one|our) (engineer|operator|admin\\w*|developer|technician|employee)',
  },
  {
    of: 'person-as-cause',
    pattern:
      "(engineer|operator|admin\\w*|developer|technician|employee)'?s'? (mistake|error|fault|carelessness)",
  },
  { of: 'attitude', pattern: '(careless(ly|ness)?|negligen(t|ce)|complacen(t|cy)|sloppy|lax|reckless(ly)?)' },
  {
    of: 'should-have',
    pattern:
      "(should|could|ought to) (have|not have|never have)|shouldn'?t have|must have known|if only (they|he|she|we|the \\w+) had",
    person: true,
  },
  {
    of: 'failed-to',
    pattern:
      "(failed|neglected|forgot|refused) to|did(n'?t| not) (notice|check|verify|follow|escalate|realise|realize|think)|missed the",
    person: true,
  },
  { of: 'verdict', pattern: '(to blame|at fault|responsible party|guilty|culprit|whose fault)' },
  { of: 'hindsight', pattern: '(obviously|clearly|of course|simply|in hindsight|needless to say)' },
  {
    of: 'drama',
    pattern: '(catastroph\\w+|disastrous\\w*|shameful|painful(ly)?|nightmare|devastating|avoidable disaster)',
  },
  { of: 'no-measure', pattern: '(insufficient|inadequate|poor|lack of|lacking)', unless: number },
  {
    of: 'weak-remedy',
    pattern:
      '(be|been|being) more careful|(re-?train(ed|ing)?|remind(ed|ing)?) (the |all |our )?(engineers?|operators?|staff|team|employees?|everyone)|double-?check|raise awareness|pay (more )?attention',
  },
  { of: 'whodunit', pattern: "(who (deployed|did|made|approved|caused|changed|pushed)|why did(n't)? you)" },
]

/** Korean phrases. Endings differ, so most give stems. */
export const korean: readonly Phrase[] = [
  { of: 'person-as-cause', pattern: '휴먼 ?에러|인적 ?(오류|실수|과실)|사용자 오류' },
  {
    of: 'person-as-cause',
    pattern: '(담당자|작업자|운영자|엔지니어|개발자|관리자|직원|근무자)의? ?(실수|과실|부주의|착오|잘못)',
  },
  {
    of: 'person-as-cause',
    pattern: '(담당자|작업자|운영자|엔지니어|개발자|관리자|직원|근무자) ?(때문에|탓에|탓이)',
  },
  { of: 'attitude', pattern: '안일(한|하|했)|소홀(히|했|한|하)|방심|안전 ?불감증|해이|부주의|태만' },
  {
    of: 'should-have',
    pattern:
      '했어야|었어야|았어야|했더라면|였더라면|었더라면|았더라면|만 했어도|할 수 있었(는데|음에도)|당연히 .{0,20}해야',
    person: true,
  },
  {
    of: 'failed-to',
    pattern:
      '(확인|점검|보고|인지|파악|대응|조치|전파|공유|예상|준비)하지 (않았|못했|못한|않은)|놓쳤|지키지 (않았|못했)|깨닫지 못',
    person: true,
  },
  { of: 'verdict', pattern: '책임 ?소재|책임을 (져야|묻)|과실|문책|징계|경위서|원인 ?제공' },
  { of: 'hindsight', pattern: '명백히|당연히|뻔한|뻔히|단순히|두말할' },
  { of: 'drama', pattern: '대란|먹통|참사|뼈아픈|뼈아프|치명적 ?(실패|실수)|인재\\(|예견된 인재|치부' },
  { of: 'no-measure', pattern: '미흡|부실(한|했|하)|불충분|부족(했|한|하)', unless: number },
  {
    of: 'weak-remedy',
    pattern: '재교육|주의를? ?(철저|당부|환기)|각별히 (유의|주의)|이중 ?확인|경각심|더 (조심|주의)',
  },
  { of: 'whodunit', pattern: '누가 (배포|했|변경|승인|실행|작업)|왜 그랬' },
]

/** Words that make a person or a post the subject of an English sentence. */
export const englishPersons =
  '(he|she|they|we|you|i|engineers?|operators?|admin\\w*|developers?|technicians?|employees?|staff|managers?|the (on-?call|person|people)|someone|somebody|nobody|no one|everyone)'

/** Words that make a person or a post the subject of a Korean clause, with the particle. */
export const koreanPersons =
  '(담당자|작업자|운영자|엔지니어|개발자|관리자|직원|근무자|당직자?|책임자|사람|누군가|아무도|그|그녀|우리|팀장|팀원)(들)?(이|가|은|는|도|께서)?'
