import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { isRole, type Role } from '../access.ts'

const SECOND_FACTOR_ROLES = 'second-factor-roles'

export interface Settings {
  /** Roles that may only be used in a session that has shown a second factor. */
  readonly secondFactorRoles: Role[]
  readonly version: number
}

export async function readSettings(tx: Tx): Promise<Settings> {
  const row = await tx
    .selectFrom('setting')
    .select(['value', 'version'])
    .where('id', '=', SECOND_FACTOR_ROLES)
    .executeTakeFirst()
  if (!row) throw new ProblemError({ code: 'not-found' })
  return { secondFactorRoles: (row.value as string[]).filter(isRole), version: row.version }
}

/** Throws ProblemError `changed-by-another`. */
export async function writeSettings(tx: Tx, { secondFactorRoles, version }: Settings): Promise<Settings> {
  await nameAct(tx, 'setting.second-factor-roles')
  const done = await tx
    .updateTable('setting')
    .set({ value: JSON.stringify([...new Set(secondFactorRoles)]), version: version + 1 })
    .where('id', '=', SECOND_FACTOR_ROLES)
    .where('version', '=', version)
    .returning('id')
    .execute()
  if (done.length === 0) throw new ProblemError({ code: 'changed-by-another' })
  return readSettings(tx)
}
