import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { OpenCase } from './openCase.js'

/** The case whose pages are shown. */
export const CaseContext = createContext<OpenCase | null>(null)

/** The open case; only inside a page of a case. */
export function useCase(): OpenCase {
  const open = useContext(CaseContext)
  if (open === null) throw new Error('useCase is used outside a page of a case.')
  return open
}
