import type { Tx } from '../../../platform/database/index.ts'
import type { ImportPlan, NewMunicipality, NewSchool, ParentRef } from './import-plan.ts'

export interface CreatedUnits {
  /** Ids by the keys that the plan gave. */
  readonly municipalities: ReadonlyMap<string, number>
  readonly schools: readonly CreatedSchool[]
}

export interface CreatedSchool {
  readonly id: number
  readonly digits: string
  readonly version: number
}

/** Rows of one statement: a unit has 16 columns, a statement 65 535 parameters. */
const ROWS_AT_ONCE = 1000

/** Makes the municipalities and schools of a plan, with the other logins of the schools. */
export async function createPlanned(
  tx: Tx,
  { newMunicipalities, newSchools }: Pick<ImportPlan, 'newMunicipalities' | 'newSchools'>,
): Promise<CreatedUnits> {
  const municipalities = await createMunicipalities(tx, newMunicipalities)
  return { municipalities, schools: await createSchools(tx, newSchools, municipalities) }
}

async function createMunicipalities(
  tx: Tx,
  fresh: ImportPlan['newMunicipalities'],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  if (fresh.length === 0) return ids
  const root = await tx.selectFrom('unit').select('id').where('kind', '=', 'region').executeTakeFirstOrThrow()
  const one = ({ code, name }: NewMunicipality) => ({
    parent_id: root.id,
    kind: 'municipality' as const,
    code,
    name,
  })
  for (const municipality of fresh) {
    const { id } = await tx
      .insertInto('unit')
      .values(one(municipality))
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(municipality.key, id)
  }
  return ids
}

async function createSchools(
  tx: Tx,
  fresh: readonly NewSchool[],
  municipalities: ReadonlyMap<string, number>,
): Promise<CreatedSchool[]> {
  const created: CreatedSchool[] = []
  for (let from = 0; from < fresh.length; from += ROWS_AT_ONCE) {
    const part = fresh.slice(from, from + ROWS_AT_ONCE)
    const made = await tx
      .insertInto('unit')
      .values(
        part.map(school => ({
          parent_id: parentIdOf(school.parent, municipalities) ?? 0,
          kind: 'school' as const,
          name: school.name,
          short_name: school.shortName,
          login: school.login,
          digits: school.digits,
          school_kind: school.schoolKind,
          locality: school.locality,
          oge_code: school.ogeCode,
          ege_code: school.egeCode,
          tags: [...school.tags],
          valid_from: school.validFrom,
          valid_to: school.validTo,
        })),
      )
      .returning(['id', 'digits', 'version'])
      .execute()
    const idOfDigits = new Map(made.map(({ id, digits }) => [digits, id]))
    const aliases = part.flatMap(({ digits, otherLogins }) =>
      [...new Set(otherLogins)].map(value => ({
        unit_id: idOfDigits.get(digits) ?? 0,
        kind: 'login' as const,
        value,
        valid_to: null,
      })),
    )
    if (aliases.length > 0) await tx.insertInto('unit_alias').values(aliases).execute()
    created.push(...made.map(({ id, digits, version }) => ({ id, digits: digits ?? '', version })))
  }
  return created
}

/** The id of where a unit of the plan comes to stand; undefined where the plan does not move it. */
export function parentIdOf(
  parent: ParentRef | undefined,
  municipalities: ReadonlyMap<string, number>,
): number | undefined {
  if (parent === undefined) return undefined
  return 'id' in parent ? parent.id : municipalities.get(parent.key)
}
