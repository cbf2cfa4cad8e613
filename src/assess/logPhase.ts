import type { Phase } from '../model/case.js'

/** Words that make a phase plain, the more particular first. */
const phases: readonly (readonly [RegExp, Phase])[] = [
  [/\b(?:declared?|incident call|war room|sev-?[0-4])\b|선포|비상 ?대책|장애 ?등급|상황실/i, 'declaration'],
  [
    /\b(?:roll(?:ed|ing)? ?back|revert(?:ed|ing)?|restart(?:ed|ing)?|fail(?:ed|ing)? ?over|rerout\w+|block(?:ed|ing)|switch(?:ed|ing) (?:over|to))\b|되돌|롤백|재시작|재기동|전환|우회|차단|조치|긴급 ?배포/i,
    'mitigation',
  ],
  [
    /\b(?:alarms?|alerts?|paged|pager|reports? (?:from|of|come)|complain\w*)\b|경보|알람|신고|문의|민원|제보/i,
    'detection',
  ],
  [/\b(?:fire|power (?:loss|lost|cut|failure))\b|정전|화재|불이 ?나|전기가 ?끊/i, 'trigger'],
]

/** The phase of a line in a live log: by the states that begin, else by what it says is done; null where neither tells. */
export function logPhase(line: string, states: readonly (string | number)[]): Phase | null {
  if (states.length === 0) return phases.find(([pattern]) => pattern.test(line))?.[1] ?? null
  return states.every(state => state === 'up' || state === '100%') ? 'recovery' : 'impact'
}
