import type { Language } from '../durations.js'
import { en } from './en.js'
import { ko } from './ko.js'

/** A sentence for each code of what is not whole in a workspace. `ko` is the pattern. */
export type DoctorWords = typeof ko

const catalogues: Readonly<Record<Language, DoctorWords>> = { ko, en }

/** What a finding says, after the case that it is in; its bare code where no sentence is known. */
export function findingSentence(
  finding: {
    readonly code: string
    readonly case: string | null
    readonly values: Readonly<Record<string, string | number>>
  },
  language: Language,
): string {
  const { findings } = catalogues[language]
  const said = Object.hasOwn(findings, finding.code)
    ? findings[finding.code as keyof DoctorWords['findings']](finding.values)
    : finding.code
  return finding.case === null ? said : `${finding.case}: ${said}`
}

/** What to do about what was found. */
export function doctorAdvice(language: Language): string {
  return catalogues[language].advice
}
