import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { shiftDay } from '../rules.ts'
import type { LocalDate } from '../tables.ts'
import { changeUnit, readForChange } from './change-unit.ts'
import { keepFormerName } from './keep-alias.ts'

export interface Renaming {
  readonly version: number
  readonly name: string
  readonly shortName?: string | null | undefined
  /** First day of the new name. */
  readonly from: LocalDate
  readonly today: LocalDate
  /** A slip of the pen put right: the wrong spelling is no former name. */
  readonly correction?: boolean | undefined
  readonly reason?: string | undefined
}

/** Gives a unit a new name and keeps the one it had. */
export async function renameUnit(tx: Tx, id: number, renaming: Renaming): Promise<void> {
  const { version, name, shortName, from, today, correction = false, reason } = renaming
  // The name is one column, in force at once: a later day would show it before that day comes.
  if (!correction && from > today)
    throw new ProblemError({ code: 'rename-in-future', place: { column: 'from' } })
  const unit = await readForChange(tx, id, version)
  if (unit.kind === 'class') throw new ProblemError({ code: 'class-is-named-by-letter' })
  await nameAct(tx, correction ? 'unit.name-corrected' : 'unit.renamed', reason)
  await changeUnit(tx, id, version, {
    name,
    ...(shortName === undefined ? {} : { short_name: shortName || null }),
  })
  if (!correction && unit.name !== name) await keepFormerName(tx, id, unit.name, shiftDay(from, -1))
}
