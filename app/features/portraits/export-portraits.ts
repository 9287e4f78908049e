import type { Cell, ListToWrite, Parameter } from '../../documents/spreadsheet/index.ts'
import { sayDate, sayInstant } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Actor, LONGEST_EXPORT, refuseLongExport } from '../../platform/http/index.ts'
import { isRegion } from '../accounts/index.ts'
import { getRun } from '../screening/index.ts'
import { nameUnits } from '../territory/index.ts'
import { type ListedPortrait, presentList } from './present-portraits.ts'
import type { PortraitsService } from './service.ts'
import { countPortraits, listPortraits, type PortraitFilters } from './store/list-portraits.ts'

const COLUMNS: readonly (readonly [
  id: string,
  width: number,
  cell: (one: ListedPortrait, locale: Locale) => Cell,
])[] = [
  ['municipality', 32, ({ municipality }) => municipality?.name ?? null],
  ['unit', 44, ({ unit }) => unit.name],
  ['level', 16, ({ level }, locale) => say(locale, `portraits.list.level.${level}`)],
  // The region's own is read where it is made: nobody sends it.
  [
    'sent',
    16,
    ({ sent, level }, locale) => (level === 'region' ? null : wordSent(locale, sent ? 'yes' : 'no')),
  ],
  ['sentAt', 26, ({ sent }, locale) => (sent ? sayInstant(locale, new Date(sent.at)) : null)],
  ['sentBy', 30, ({ sent }) => sent?.by.name ?? null],
  ['template', 16, ({ sent }) => sent?.template ?? null],
  ['open', 22, ({ remarks }) => remarks.open],
  ['answered', 22, ({ remarks }) => remarks.answered],
]

/**
 * The filtered list of portraits by one run as a table, with a line in the log that it was read. In a transaction of one
 * moment. Throws `not-found`, `run-not-done`, `export-too-long`.
 */
export async function readPortraitTable(
  tx: Tx,
  { locale, scope }: Pick<Actor, 'locale' | 'scope'>,
  { namePeople }: Pick<PortraitsService, 'namePeople'>,
  filters: PortraitFilters,
  today: string,
): Promise<ListToWrite> {
  const selected = await countPortraits(tx, filters)
  refuseLongExport(selected)
  const { items } = await listPortraits(tx, { ...filters, limit: LONGEST_EXPORT })
  const portraits = await presentList(tx, namePeople, items, isRegion(scope.unitPath))
  const at = await tx
    .selectFrom('unit')
    .select('id')
    .where('path', '=', scope.unitPath)
    .executeTakeFirstOrThrow()
  await logRead(tx, 'portrait', '', at.id, { rows: portraits.length, run_id: filters.run })
  const unit = filters.under ?? at.id
  return {
    sheet: say(locale, 'portraits.list.sheet'),
    parameters: [
      [say(locale, 'export.what'), say(locale, 'portraits.list.sheet')],
      [say(locale, 'export.day'), sayDate(locale, today)],
      [say(locale, 'export.territory'), (await nameUnits(tx, [unit])).get(unit) ?? ''],
      [say(locale, 'portraits.list.run'), (await getRun(tx, filters.run)).title],
      ...wordFilters(locale, filters),
    ],
    columns: COLUMNS.map(([id, width]) => ({ header: say(locale, `portraits.list.column.${id}`), width })),
    rows: portraits.map(one => COLUMNS.map(([, , cell]) => cell(one, locale))),
    selected,
  }
}

function wordFilters(locale: Locale, { level, sent, q }: PortraitFilters): Parameter[] {
  return [
    ...(level === undefined
      ? []
      : [
          [say(locale, 'portraits.list.column.level'), say(locale, `portraits.list.level.${level}`)] as const,
        ]),
    ...(sent === undefined
      ? []
      : [[say(locale, 'portraits.list.column.sent'), wordSent(locale, sent)] as const]),
    ...(q ? [[say(locale, 'portraits.remarks.filter.q'), q] as const] : []),
  ]
}

function wordSent(locale: Locale, sent: 'yes' | 'no'): string {
  return say(locale, `portraits.list.sent.${sent}`)
}
