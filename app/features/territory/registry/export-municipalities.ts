import { sql } from 'kysely'
import type { Cell } from '../../../documents/spreadsheet/index.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { logRead } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { chooseUnits, type UnitFilters } from '../store/choose-units.ts'
import { describeUnits, type UnitSummary } from '../store/describe-units.ts'
import { presentOn } from '../store/present-on.ts'
import type { LocalDate } from '../tables.ts'
import { stateText } from '../words.ts'
import type { RegistryTable } from './export-registry.ts'

type Exported = UnitSummary & { readonly schools: number }

const COLUMNS: readonly (readonly [string, (one: Exported, locale: Locale) => Cell])[] = [
  ['code', one => one.code],
  ['name', one => one.name],
  ['short-name', one => one.shortName],
  ['schools', one => one.schools],
  ['tags', one => one.tags.join('; ')],
  ['valid-from', one => one.validFrom],
  ['valid-to', one => one.validTo],
  ['state', (one, locale) => stateText(locale, one)],
]

/** The municipalities that the filters let through, each with its schools of the day, and a line in the log. */
export async function readMunicipalityTable(
  tx: Tx,
  { locale, ...filters }: UnitFilters & { readonly today: LocalDate; readonly locale: Locale },
): Promise<RegistryTable> {
  const chosen = await chooseUnits(tx, { ...filters, kind: 'municipality' })
  const { selected } = await chosen.select(sql<number>`count(*)`.as('selected')).executeTakeFirstOrThrow()
  const municipalities = await describeUnits(tx, chosen.selectAll('unit'), {
    today: filters.today,
    order: [
      { by: sql`u.sort_key`, descending: false },
      { by: sql`u.id`, descending: false },
    ],
  })
  const counted = await tx
    .selectFrom('unit')
    .where('kind', '=', 'school')
    .where(presentOn('unit', filters.today))
    .select(['parent_id', sql<number>`count(*)`.as('schools')])
    .groupBy('parent_id')
    .execute()
  const schools = new Map(counted.map(one => [one.parent_id, one.schools]))
  const rows = municipalities.map(one =>
    COLUMNS.map(([, cell]) => cell({ ...one, schools: schools.get(one.id) ?? 0 }, locale)),
  )
  const { rows: scope } = await sql<{ id: number }>`select id from unit where path = app.scope()`.execute(tx)
  await logRead(tx, 'registry', String(scope[0].id), scope[0].id, { rows: rows.length })
  return {
    name: say(locale, 'registry.sheet-municipalities'),
    headers: COLUMNS.map(([header]) => say(locale, `registry.municipality.${header}`)),
    rows,
    selected,
  }
}
