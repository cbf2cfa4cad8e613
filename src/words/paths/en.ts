import { duration } from '../durations.js'
import type { PathWords } from './pathWords.js'

export const en: PathWords = {
  kinds: {
    cut: 'waiting for something outside',
    event: 'something outside',
    repair: 'repair',
    recovery: 'recovery',
    crew: 'waiting for crew',
    pause: 'recovery stood still',
    hold: 'hold-up',
    open: 'not back',
  },
  step: ({ kind, component, event, team, units }) => {
    switch (kind) {
      case 'cut':
      case 'event':
        return event === null ? `waited for what would let ${component} return` : `waited until “${event}”`
      case 'repair':
        return `repair of ${component}`
      case 'recovery':
        return `recovery of ${component}`
      case 'crew':
        return team === null
          ? `recovery of ${component}, waiting for crew`
          : `recovery of ${component}, waiting for ${team} (${units} needed)`
      case 'pause':
        return `recovery of ${component}, waiting for what it needs`
      case 'hold':
        return `${component} held up`
      case 'open':
        return `${component}: no return within the model’s time`
    }
  },
  heading: (service, lengthMs) => `In this model: ${duration(lengthMs, 'en')} without ${service}`,
  neverDown: service => `In this model there is no outage of ${service}.`,
}
