import type { Cell, ListToWrite } from '../../../documents/spreadsheet/index.ts'
import { sayDate, sayInstant } from '../../../messages/dates.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { logRead } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type Actor, LONGEST_EXPORT, refuseLongExport } from '../../../platform/http/index.ts'
import { getCampaign } from '../../procedures/index.ts'
import { type NamePeople, nameUnits } from '../../territory/index.ts'
import { requireImporter } from '../import/importer.ts'
import { type BatchFilter, listBatchRows } from './list-batch-rows.ts'
import { type BatchView, presentBatches } from './present-batches.ts'

const COLUMNS: readonly (readonly [
  id: string,
  width: number,
  cell: (row: BatchView, locale: Locale) => Cell,
])[] = [
  ['batchId', 12, ({ id }) => id],
  ['file', 44, ({ file }) => file],
  ['kind', 20, ({ kind }, locale) => say(locale, `import.kind.${kind}`)],
  ['set', 34, ({ set }) => set],
  ['campaign', 30, ({ campaign }) => campaign?.title ?? null],
  ['unit', 36, ({ unit }) => unit.name],
  ['works', 20, ({ works }) => works],
  ['schools', 10, ({ schools }) => schools],
  ['remarks', 14, ({ remarks }) => remarks],
  ['state', 26, ({ state }, locale) => say(locale, `import.state.${state}`)],
  ['duplicateOf', 22, ({ duplicateOf }) => duplicateOf],
  // Why a file was refused, and what is worth knowing of one that was not.
  [
    'told',
    60,
    ({ problems, warnings }) => [...problems, ...warnings].map(({ text }) => text).join(' ') || null,
  ],
  ['sentBy', 30, ({ sentBy }) => sentBy.name],
  ['sentAt', 26, ({ sentAt }, locale) => wordInstant(locale, sentAt)],
  ['decidedBy', 30, ({ decidedBy }) => decidedBy?.name ?? null],
  ['decidedAt', 26, ({ decidedAt }, locale) => wordInstant(locale, decidedAt)],
  ['undoneAt', 26, ({ undoneAt }, locale) => wordInstant(locale, undoneAt)],
  ['reason', 40, ({ reason }) => reason],
]

/**
 * The filtered list of files as a table, with a line in the log that it was read. In a transaction of one moment. Throws
 * `right-missing`, `export-too-long`.
 */
export async function readBatchTable(
  tx: Tx,
  { locale, scope }: Pick<Actor, 'locale' | 'scope'>,
  namePeople: NamePeople,
  { campaign, state }: BatchFilter,
  today: string,
): Promise<ListToWrite> {
  const { unitId } = await requireImporter(tx, scope)
  const { items, total: selected = 0 } = await listBatchRows(tx, { campaign, state, limit: LONGEST_EXPORT })
  refuseLongExport(selected)
  const batches = await presentBatches(tx, locale, items, namePeople)
  await logRead(tx, 'import_batch', '', unitId, {
    rows: batches.length,
    ...(campaign === undefined ? {} : { campaign_id: campaign }),
    ...(state === undefined ? {} : { state }),
  })
  const every = say(locale, 'export.every')
  return {
    sheet: say(locale, 'import.files.sheet'),
    parameters: [
      [say(locale, 'export.what'), say(locale, 'import.files.what')],
      [say(locale, 'export.day'), sayDate(locale, today)],
      [say(locale, 'export.territory'), (await nameUnits(tx, [unitId])).get(unitId) ?? ''],
      [
        say(locale, 'export.campaign'),
        campaign === undefined ? every : (await getCampaign(tx, campaign)).title,
      ],
      [say(locale, 'export.state'), state === undefined ? every : say(locale, `import.state.${state}`)],
    ],
    columns: COLUMNS.map(([id, width]) => ({ header: say(locale, `import.column.${id}`), width })),
    rows: batches.map(batch => COLUMNS.map(([, , cell]) => cell(batch, locale))),
    selected,
  }
}

function wordInstant(locale: Locale, instant: string | null): string | null {
  return instant === null ? null : sayInstant(locale, new Date(instant))
}
