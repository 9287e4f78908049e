import { sql } from 'kysely'
import { writeCsv } from '../../../documents/csv/index.ts'
import { type Cell, writeWorkbook } from '../../../documents/spreadsheet/index.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { logRead } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { chooseUnits, type UnitFilters } from '../store/choose-units.ts'
import { describeUnits, type UnitSummary } from '../store/describe-units.ts'
import type { LocalDate } from '../tables.ts'
import { stateText } from '../words.ts'
import { CONTROLLED_TAG, SPECIAL_TAG } from './known-tags.ts'

export interface RegistryTable {
  /** Of the sheet. */
  readonly name: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** How many schools the filters select, counted by the database apart from the rows. */
  readonly selected: number
}

interface ExportOptions extends UnitFilters {
  readonly today: LocalDate
  readonly locale: Locale
}

/** The headers are those of the file form (registry-columns.ts), so they are the same whatever the reader's language. */
const COLUMNS: readonly (readonly [string, (school: Exported, locale: Locale) => Cell])[] = [
  ['Логин ОО', school => school.login],
  ['Наименование ОО', school => school.name],
  ['Краткое наименование', school => school.shortName],
  ['Код муниципалитета', school => school.municipalityCode],
  ['Муниципалитет', school => school.municipality?.name ?? null],
  ['Вид ОО', school => school.schoolKind],
  ['Тип населённого пункта', school => school.locality],
  ['Коррекционная', school => yesNo(school.tags.includes(SPECIAL_TAG))],
  ['Контроль объективности', school => yesNo(school.tags.includes(CONTROLLED_TAG))],
  ['Код ОГЭ', school => school.ogeCode],
  ['Код ЕГЭ', school => school.egeCode],
  ['Метки', school => school.tags.filter(tag => tag !== SPECIAL_TAG && tag !== CONTROLLED_TAG).join('; ')],
  ['Другие логины', school => school.otherLogins.filter(login => login !== school.login).join('; ')],
  ['Действует с', school => school.validFrom],
  ['Действует по', school => school.validTo],
  ['Состояние', (school, locale) => stateText(locale, school)],
  ['Прежние названия', school => school.formerNames.join('; ')],
]

type Exported = UnitSummary & {
  readonly municipalityCode: string | null
  readonly otherLogins: readonly string[]
  readonly formerNames: readonly string[]
}

/** The schools that the filters let through as the table an import reads, and a line in the log that they were read. */
export async function readRegistryTable(
  tx: Tx,
  { locale, ...filters }: ExportOptions,
): Promise<RegistryTable> {
  const chosen = await chooseUnits(tx, { ...filters, kind: 'school' })
  const { selected } = await chosen.select(sql<number>`count(*)`.as('selected')).executeTakeFirstOrThrow()
  const schools = await describeUnits(tx, chosen.selectAll('unit'), {
    today: filters.today,
    order: [
      { by: sql`coalesce(m.sort_key, '')`, descending: false },
      { by: sql`u.sort_key`, descending: false },
      { by: sql`u.id`, descending: false },
    ],
  })
  const aliases = await tx
    .selectFrom('unit_alias')
    .select(['unit_id', 'kind', 'value'])
    .orderBy('id')
    .execute()
  const aliasesOf = Map.groupBy(aliases, alias => alias.unit_id)
  const codes = new Map(
    (await tx.selectFrom('unit').select(['id', 'code']).where('kind', '=', 'municipality').execute()).map(
      ({ id, code }) => [id, code],
    ),
  )
  const rows = schools.map(school => {
    const own = aliasesOf.get(school.id) ?? []
    const values = (kind: 'login' | 'former-name') =>
      own.filter(one => one.kind === kind).map(one => one.value)
    const exported: Exported = {
      ...school,
      municipalityCode: codes.get(school.municipality?.id ?? 0) ?? null,
      otherLogins: values('login'),
      formerNames: values('former-name'),
    }
    return COLUMNS.map(([, cell]) => cell(exported, locale) || null)
  })
  const { rows: scope } = await sql<{ id: number }>`
    select id from unit where path = app.scope()`.execute(tx)
  await logRead(tx, 'registry', String(scope[0].id), scope[0].id, { rows: rows.length })
  return {
    name: say(locale, 'registry.sheet'),
    headers: COLUMNS.map(([header]) => header),
    rows,
    selected,
  }
}

/** Writes the table as a workbook; fails when the rows are not as many as were selected. */
export async function writeRegistryWorkbook(path: string, table: RegistryTable): Promise<void> {
  await writeWorkbook(path, [
    {
      name: table.name,
      columns: table.headers.map((header, index) => ({ header, width: index === 1 ? 48 : 18 })),
      rows: table.rows,
      selected: table.selected,
    },
  ])
}

/** The table as text with semicolons, under the same condition. */
export function registryCsv({ headers, rows, selected }: RegistryTable): string {
  if (rows.length !== selected)
    throw new ProblemError({
      code: 'export-rows-differ',
      params: { selected, written: rows.length, sheet: 'csv' },
    })
  return writeCsv([headers, ...rows])
}

function yesNo(yes: boolean): string {
  return yes ? 'да' : 'нет'
}
