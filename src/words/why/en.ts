import type { SaidReason, WhyWords } from './whyWords.js'

export const en: WhyWords = {
  line: said => {
    if (said.again) return `${said.component}: as said above.`
    if (said.level > 0) {
      if (said.reason === 'up' && said.level >= said.count)
        return `${said.component}: up since ${said.since}.`
      return `${said.component}: ${said.level} of ${said.count} up since ${said.since}.${rest(said)}`
    }
    return `${said.component}: down since ${said.since}.${rest(said)}`
  },
  because: 'because',
}

function rest(said: SaidReason): string {
  const event = said.event === null ? null : `“${said.event}”`
  switch (said.reason) {
    case 'up':
      return ''
    case 'event':
      return event === null ? ' An event acted on it.' : ` ${event} acted on it.`
    case 'initial':
      return ' It stood so from the start.'
    case 'unhoused':
      return ' What it stands in is down.'
    case 'needs':
      return ' Its needs do not hold.'
    case 'holdup-spent':
      return ' Its hold-up was spent after its needs were lost.'
    case 'waiting-by-hand':
      return ' It waits to be reset by hand.'
    case 'broken': {
      const by = event === null ? '' : ` by ${event}`
      return said.work === null ? ` Broken${by} and not mended yet.` : ` Broken${by}.${under(said)}`
    }
    case 'cut':
      return event === null ? ' It is cut off.' : ` Cut off by ${event}.`
    case 'waits-for-when':
      return ' Its recovery waits for its condition to begin.'
    case 'recovering':
      return under(said)
  }
}

function under({ work, crew }: SaidReason): string {
  const what = work?.kind === 'repair' ? 'Its repair' : 'Its recovery'
  if (crew !== null) {
    return ` ${what} waits for crew of ${crew.team}: ${crew.available} were available, ${crew.needed} were needed.`
  }
  if (work?.state === 'paused') return ` ${what} stands still without what it needs.`
  return work?.state === 'waiting' ? ` ${what} waits its turn.` : ` ${what} is under way.`
}
