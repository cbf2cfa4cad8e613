import { computed, type ReadonlySignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { openReport, type Report } from '../../../view/report.js'
import { useCase } from '../case/useCase.js'
import { language } from '../session/session.js'
import { reportDataOf } from './reportDataOf.js'

/**
 * The case as a report, for the figures of `src/view/` and for questions that are asked in the page itself. It is that of the
 * last whole texts, and null until there are any. Only pages that draw it load this: the engine comes with it.
 */
export function useReport(): ReadonlySignal<Report | null> {
  const open = useCase()
  return useMemo(
    () =>
      computed(() => {
        const document = open.sound.value
        return document === null ? null : openReport(reportDataOf(open.id, document, language.value))
      }),
    [open],
  )
}
