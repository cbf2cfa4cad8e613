import { warning } from '../model/problem.js'
import type { Rule } from './rule.js'
import { writtenWorks } from './writtenWorks.js'

/** A crew larger than its team: the work can never begin. */
export const crewLargerThanTeam: Rule = ({ compiled }) =>
  writtenWorks(compiled).flatMap(({ work, path }) =>
    work.crew.flatMap(({ team, units }) => {
      const count = compiled.main.system.components[team]?.count ?? 1
      const id = compiled.ids[team] ?? ''
      return units > count
        ? [warning('crew-larger-than-team', [...path, 'crew', id], { team: id, units, count })]
        : []
    }),
  )
