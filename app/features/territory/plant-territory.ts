import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'
import { createPlanned } from './registry/create-planned.ts'
import { CONTROLLED_TAG } from './registry/known-tags.ts'
import { className } from './rules.ts'
import { classRow } from './store/create-unit.ts'

/** A whole territory at once, for a demonstration or a benchmark. */
export interface PlantedTerritory {
  readonly name: string
  readonly municipalities: readonly { readonly code: string; readonly name: string }[]
  readonly schools: readonly {
    readonly name: string
    /** The login of today, and others it had. */
    readonly login: string
    readonly otherLogins: readonly string[]
    /** Index into `municipalities`. */
    readonly municipality: number
    readonly kind: string
    readonly locality: string
    readonly controlled: boolean
    readonly ogeCode?: string
    readonly egeCode?: string
  }[]
  readonly classes: readonly {
    /** Index into `schools`. */
    readonly school: number
    readonly schoolYear: number
    readonly grade: number
    readonly letter: string
  }[]
}

const CLASSES_AT_ONCE = 2000

/**
 * Fills an empty territory and names its root. Does nothing, and answers false, where there are units already: the
 * demonstration is planted once.
 */
export async function plantTerritory(tx: Tx, territory: PlantedTerritory): Promise<boolean> {
  const { units } = await tx
    .selectFrom('unit')
    .select(sql<number>`count(*)`.as('units'))
    .executeTakeFirstOrThrow()
  if (units > 1) return false
  const { name, municipalities, schools, classes } = territory
  await tx.updateTable('unit').set({ name, version: sql`version + 1` }).where('kind', '=', 'region').execute()
  const made = await createPlanned(tx, {
    newMunicipalities: municipalities.map(one => ({ ...one, key: one.code, row: 0 })),
    newSchools: schools.map(school => ({
      row: 0,
      name: school.name,
      login: school.login,
      digits: school.login.slice(-6),
      otherLogins: school.otherLogins,
      parent: {
        key: municipalities[school.municipality].code,
        name: municipalities[school.municipality].name,
      },
      shortName: null,
      schoolKind: school.kind,
      locality: school.locality,
      ogeCode: school.ogeCode ?? null,
      egeCode: school.egeCode ?? null,
      tags: school.controlled ? [CONTROLLED_TAG] : [],
      validFrom: null,
      validTo: null,
    })),
  })
  const idOfDigits = new Map(made.schools.map(({ id, digits }) => [digits, id]))
  const schoolIds = schools.map(({ login }) => idOfDigits.get(login.slice(-6)) ?? 0)
  // Both subjects of a set have the same classes.
  const rows = new Map(
    classes.map(one => [
      `${one.school} ${one.schoolYear} ${className(one.grade, one.letter)}`,
      classRow(schoolIds[one.school], one),
    ]),
  )
  const all = [...rows.values()]
  for (let from = 0; from < all.length; from += CLASSES_AT_ONCE)
    await tx
      .insertInto('unit')
      .values(all.slice(from, from + CLASSES_AT_ONCE))
      .execute()
  return true
}
