import type { FormRole } from '../../assess/replay/form.js'
import type { MatchOutcome } from '../../assess/replay/replay.js'
import type { CaseDocument, Text } from '../../model/case.js'
import { type ReplayWords, replayWords } from '../../words/replay/replayWords.js'
import type { MetData } from './metData.js'

/** Names of what a replay speaks of, in the language of its page. */
export interface MetNames {
  readonly words: ReplayWords
  readonly text: (written: Text | undefined) => string
  readonly ofSystem: (component: string) => string
  readonly ofCase: (component: string) => string
  readonly role: (id: string) => string
  readonly condition: (id: string) => string
  readonly lookedFor: (role: FormRole) => string
  readonly players: (match: MatchOutcome, role: string) => string
}

/** The names of one replay. */
export function metNames({ language, own, system, outcome }: MetData): MetNames {
  const words = replayWords(language)
  const text = (written: Text | undefined) => {
    if (written === undefined) return ''
    return typeof written === 'string' ? written : (written[language] ?? written.ko ?? written.en ?? '')
  }
  const title = (document: CaseDocument, id: string) => text(document.components?.[id]?.title) || id
  const role = (id: string) => text(outcome.roles.find(one => one.id === id)?.title ?? undefined) || id
  const named = (id: string | null) => (id === null ? null : role(id))
  const { portable, ifs } = own.document
  return {
    words,
    text,
    ofSystem: id => title(system.document, id),
    ofCase: id => title(own.document, id),
    role,
    condition: id => text(portable?.ifs?.[id]?.condition) || text(ifs?.[id]?.title) || id,
    lookedFor: one =>
      words.lookedFor({
        ...one,
        in: named(one.in),
        outside: named(one.outside),
        holds: named(one.holds),
        needs: named(one.needs),
        neededBy: named(one.neededBy),
      }),
    players: (match, id) => {
      const components = match.players.find(one => one.role === id)?.components ?? []
      if (components.length === 0) return words.nobody
      return components
        .map(one => {
          const absent = system.document.components?.[one]?.initial === 'absent'
          return title(system.document, one) + (absent ? ` (${words.notThere})` : '')
        })
        .join(', ')
    },
  }
}
