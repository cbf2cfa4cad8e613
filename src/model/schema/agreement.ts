import type { z } from 'zod'
import type { CaseDocument, If } from '../case.js'
import type { caseSchema } from './document.js'

/** A type without `readonly`, and with a missing field that cannot hide: it becomes `field: … | Absent`. */
type Plain<T> = T extends readonly (infer U)[]
  ? Plain<U>[]
  : T extends object
    ? {
        -readonly [K in keyof T]-?:
          | Plain<Exclude<T[K], undefined>>
          | (Partial<T>[K] extends T[K] ? Absent : never)
      }
    : T

interface Absent {
  readonly absent: true
}

type Same<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : false) : false

/** What `case.ts` leaves open, because a patch is not yet a component. */
type Patches = 'components' | 'events' | 'quantities'
type WithoutPatches<T extends { ifs?: unknown }> = Omit<T, 'ifs'> & {
  ifs: Record<
    string,
    Omit<NonNullable<T['ifs']> extends Readonly<Record<string, infer U>> ? U : never, Patches>
  >
}

type Written = CaseDocument & { ifs?: Record<string, If> }
type Checked = z.output<typeof caseSchema>

/** Does not compile where the schema and the types of `case.ts` differ. */
export const schemaAgreesWithTypes: Same<WithoutPatches<Checked>, WithoutPatches<Written>> = true
