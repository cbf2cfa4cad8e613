/** What may follow the name of a service that is in trouble or back, so that the word before it is probably one. */
const koreanState =
  '(?:장애|접속\\s*(?:불가|오류|장애)|오류|중단|먹통|다운|복구|정상화|멈|끊|안\\s*(?:됨|돼|되)|느려|지연)'
const koreanName = new RegExp(
  `([\\p{L}\\p{Nd}·.+-]{2,20}?)(?:\\s*(?:서비스|기능|서버))?(?:이|가|은|는|의|도)?\\s+${koreanState}`,
  'gu',
)
const englishState =
  '(?:is|are|was|were|goes|went|has|have|becomes?|became|stops?|stopped|fails?|failed|returns?|returned)\\s+(?:been\\s+)?(?:not\\s+)?(?:down|unavailable|unreachable|failing|degraded|slow|back|restored|up|available|gone|timing out|impaired|again)|(?:outage|errors|failures)\\b'
const englishName = new RegExp(
  `\\b([A-Z][\\w.+-]*(?:\\s+[A-Z][\\w.+-]*){0,2}|[a-z][\\w]*-[\\w-]+)\\s+(?:${englishState})`,
  'g',
)

/** Words that stand where a name would and are none. */
const noNames = new Set([
  '전체',
  '모든',
  '일부',
  '서비스',
  '기능',
  '서버',
  '시스템',
  '대부분',
  '현재',
  '아직',
  '다시',
  '계속',
  '순차',
  '완전',
  'The',
  'All',
  'Some',
  'It',
  'They',
  'Everything',
  'Service',
  'Services',
  'This',
  'That',
  'Most',
])

/** Names of services that a text seems to speak of: only a help for choosing, never taken without being asked. */
export function namesInText(text: string): readonly string[] {
  const found = [...text.matchAll(koreanName), ...text.matchAll(englishName)].map(([, name = '']) =>
    name.replace(/^(?:The|All|Some)\s+/, '').trim(),
  )
  return [...new Set(found)].filter(name => name.length > 1 && !noNames.has(name))
}
