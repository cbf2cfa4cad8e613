import type { DrillWords } from './drillWords.js'

export const en: DrillWords = {
  sentence: ({ lost, byItself, byHand, notAtAll, impaired, untouched }) => {
    const opening = `In this model, without ${lost.join(', ')},`
    const falls = byItself + byHand + notAtAll
    if (falls === 0 && impaired === 0) return `${opening} no service falls.`
    const parts: string[] = []
    if (byItself > 0)
      parts.push(byItself === 1 ? '1 comes back by itself' : `${byItself} come back by themselves`)
    if (byHand > 0) parts.push(`${byHand} only by hand`)
    if (notAtAll > 0) parts.push(`${notAtAll} not at all`)
    const fallen =
      falls === 0
        ? ' no service falls.'
        : ` ${falls} ${falls === 1 ? 'service falls' : 'services fall'}: ${parts.join(', ')}.`
    const weak = impaired === 0 ? '' : ` ${impaired} ${impaired === 1 ? 'is' : 'are'} impaired.`
    const whole = untouched === 0 ? '' : ` ${untouched} ${untouched === 1 ? 'is' : 'are'} untouched.`
    return opening + fallen + weak + whole
  },
  nothingToLose: 'This case has no site, room, feed or tool. Name what is lost with --lose.',
  columns: { lost: 'Lost', falls: 'Falls', after: 'When', comesBack: 'Comes back' },
  atOnce: 'at once',
  inside: 'stands in it',
  failed: 'In this drill the model does not settle.',
}
