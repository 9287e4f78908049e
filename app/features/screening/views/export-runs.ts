import type { Cell, ListToWrite } from '../../../documents/spreadsheet/index.ts'
import { sayDate, sayInstant } from '../../../messages/dates.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { logRead } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { type Actor, LONGEST_EXPORT, refuseLongExport } from '../../../platform/http/index.ts'
import { getCampaign } from '../../procedures/index.ts'
import type { NamePeople } from '../../territory/index.ts'
import { countRuns, listRuns, type RunFilters } from '../store/list-runs.ts'
import { layOutTable } from './lay-out-table.ts'
import { presentRuns, type RunSummaryView } from './present-run.ts'
import { viewOf } from './reader.ts'

const COLUMNS: readonly (readonly [
  id: string,
  width: number,
  cell: (run: RunSummaryView, locale: Locale) => Cell,
])[] = [
  ['number', 10, ({ id }) => id],
  ['run', 44, ({ title }) => title],
  ['campaign', 34, ({ campaign }) => campaign?.title ?? null],
  ['state', 14, ({ state }, locale) => wordState(locale, state)],
  ['sets', 12, ({ counts }) => counts?.sets ?? null],
  ['n', 10, ({ counts }) => counts?.works ?? null],
  ['schools', 10, ({ counts }) => counts?.schools ?? null],
  ['marked-schools', 26, ({ counts }) => counts?.marked ?? null],
  ['flagged-schools', 26, ({ counts }) => counts?.flagged ?? null],
  ['made-by', 30, ({ createdBy }) => createdBy.name],
  ['asked', 26, ({ createdAt }, locale) => wordInstant(locale, createdAt)],
  ['finished', 26, ({ finishedAt }, locale) => wordInstant(locale, finishedAt)],
  ['published', 26, ({ publishedAt }, locale) => wordInstant(locale, publishedAt)],
  ['superseded', 44, ({ supersededBy }) => supersededBy?.title ?? null],
  ['data-undone', 18, ({ dataUndone }, locale) => (dataUndone ? say(locale, 'output.yes') : null)],
]

/**
 * The filtered list of runs as a table, with a line in the log that it was read: drafts only for whoever sees them. In a
 * transaction of one moment. Throws `export-too-long`.
 */
export async function readRunTable(
  tx: Tx,
  actor: Pick<Actor, 'locale' | 'scope'>,
  namePeople: NamePeople,
  { campaign, state }: Pick<RunFilters, 'campaign' | 'state'>,
  today: string,
): Promise<ListToWrite> {
  const { locale } = actor
  const selected = await countRuns(tx, { campaign, state })
  refuseLongExport(selected)
  const runs = await presentRuns(
    tx,
    await listRuns(tx, { campaign, state, limit: LONGEST_EXPORT }),
    namePeople,
  )
  const { unit } = await viewOf(tx, actor, undefined)
  await logRead(tx, 'screening_run', '', unit.id, {
    rows: runs.length,
    ...(campaign === undefined ? {} : { campaign_id: campaign }),
    ...(state === undefined ? {} : { state }),
  })
  const every = say(locale, 'export.every')
  return layOutTable(locale, {
    id: 'runs',
    parameters: [
      [say(locale, 'export.what'), say(locale, 'run.sheet.runs')],
      [say(locale, 'export.day'), sayDate(locale, today)],
      [say(locale, 'export.territory'), unit.name],
      [
        say(locale, 'export.campaign'),
        campaign === undefined ? every : (await getCampaign(tx, campaign)).title,
      ],
      [say(locale, 'export.state'), state === undefined ? every : wordState(locale, state)],
    ],
    columns: COLUMNS.map(([id, width]) => ({ id, width })),
    rows: runs.map(run => COLUMNS.map(([, , cell]) => cell(run, locale))),
    selected,
  })
}

function wordState(locale: Locale, state: RunSummaryView['state']): string {
  return say(locale, `audit.value.screening_run.state.${state}`)
}

function wordInstant(locale: Locale, instant: string | null): string | null {
  return instant === null ? null : sayInstant(locale, new Date(instant))
}
