import type { Database, Tx } from '../../platform/database/index.ts'
import { createUnit } from '../territory/index.ts'
import { examCodesOfSchool } from './exam-codes.ts'
import { loginOf } from './login.ts'
import { makeMunicipalities, makeSchools } from './make-schools.ts'
import { REGION_NAME } from './names.ts'

interface Place {
  readonly id: number
  readonly name: string
}

/** One unit of each kind to act at. */
export interface DemoPlace {
  readonly region: Place
  readonly municipality: Place
  readonly school: Place
}

const SEED = 98
const SCHOOLS = 200
const YEAR = 2021
/** A school with something to answer: in one of its classes works are planted that are too much alike. */
const SCHOOL_TO_ACT_AT = '983283'

/** Puts the fictional region into an empty installation, whole or not at all; an installation that has it is left alone. */
export async function foundDemoRegion(database: Database): Promise<DemoPlace> {
  const scope = { accountId: 'system:demo', role: 'administrator', grantId: null, unitPath: '1.' }
  return database.as(scope, async tx => {
    if (!(await hasMunicipalities(tx))) await makeRegion(tx)
    const school = await schoolToActAt(tx)
    const municipality = await tx
      .selectFrom('unit')
      .select(['id', 'name'])
      .where('id', '=', school.parent_id)
      .executeTakeFirstOrThrow()
    const region = await tx
      .selectFrom('unit')
      .select(['id', 'name'])
      .where('parent_id', 'is', null)
      .executeTakeFirstOrThrow()
    return { region, municipality, school }
  })
}

async function makeRegion(tx: Tx): Promise<void> {
  await tx.updateTable('unit').set({ name: REGION_NAME }).where('parent_id', 'is', null).execute()
  const municipalities: number[] = []
  for (const { code, name } of makeMunicipalities())
    municipalities.push(await createUnit(tx, { kind: 'municipality', parentId: 1, name, code }))
  for (const [index, school] of makeSchools(SEED, SCHOOLS).entries())
    await createUnit(tx, {
      kind: 'school',
      parentId: municipalities[school.municipality],
      name: school.name,
      login: loginOf(school, YEAR),
      schoolKind: school.kind,
      locality: school.locality,
      ogeCode: examCodesOfSchool(index).oge,
      egeCode: examCodesOfSchool(index).ege,
    })
}

async function hasMunicipalities(tx: Tx): Promise<boolean> {
  return (
    (await tx.selectFrom('unit').select('id').where('kind', '=', 'municipality').limit(1).execute()).length >
    0
  )
}

/** The one meant to be acted at; the first, where somebody has changed the region since. */
async function schoolToActAt(tx: Tx) {
  const schools = tx.selectFrom('unit').select(['id', 'name', 'parent_id']).where('kind', '=', 'school')
  const meant = await schools.where('digits', '=', SCHOOL_TO_ACT_AT).executeTakeFirst()
  return meant ?? (await schools.orderBy('id').executeTakeFirstOrThrow())
}
