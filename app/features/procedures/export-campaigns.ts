import type { Cell, ListToWrite } from '../../documents/spreadsheet/index.ts'
import { sayDate, sayInstant } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Actor, LONGEST_EXPORT, refuseLongExport } from '../../platform/http/index.ts'
import type { LocalDate } from '../territory/index.ts'
import { type CampaignDescription, describeCampaigns } from './store/describe-campaigns.ts'
import { type CampaignListOptions, listCampaigns } from './store/list-campaigns.ts'

const COLUMNS: readonly (readonly [
  id: string,
  width: number,
  cell: (one: CampaignDescription, locale: Locale) => Cell,
])[] = [
  ['title', 44, one => one.title],
  ['procedure', 12, one => one.procedure],
  ['from', 14, one => one.startsOn],
  ['to', 14, one => one.endsOn],
  ['due', 14, one => one.dueOn],
  ['state', 20, (one, locale) => say(locale, `campaign.export.state.${one.state}`)],
  ['assessments', 10, one => one.assessments],
  ['lacking-unknown', 26, one => one.lacking.unknown],
  ['lacking-tasks', 26, one => one.lacking.noTasks],
  ['lacking-scale', 26, one => one.lacking.noScale],
  ['lacking-faulty', 26, one => one.lacking.faultyScale],
  ['closed', 26, (one, locale) => (one.closedAt === null ? null : sayInstant(locale, one.closedAt))],
]

/** The filtered list of campaigns as a table, with a line in the log. In a transaction of one moment. Throws `export-too-long`. */
export async function readCampaignList(
  tx: Tx,
  { locale, scope }: Pick<Actor, 'locale' | 'scope'>,
  { state }: Pick<CampaignListOptions, 'state'>,
  today: LocalDate,
): Promise<ListToWrite> {
  const { items, total: selected = 0 } = await listCampaigns(tx, { state, limit: LONGEST_EXPORT })
  refuseLongExport(selected)
  const campaigns = await describeCampaigns(tx, items, today)
  const at = await tx
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('path', '=', scope.unitPath)
    .executeTakeFirstOrThrow()
  await logRead(tx, 'campaign', '', at.id, { rows: campaigns.length })
  return {
    sheet: say(locale, 'campaigns.export.sheet'),
    parameters: [
      [say(locale, 'export.what'), say(locale, 'campaigns.export.sheet')],
      [say(locale, 'export.day'), sayDate(locale, today)],
      [say(locale, 'export.territory'), at.name],
      [
        say(locale, 'export.state'),
        state === undefined ? say(locale, 'export.every') : say(locale, `campaigns.export.state.${state}`),
      ],
    ],
    columns: COLUMNS.map(([id, width]) => ({ header: say(locale, `campaign.column.${id}`), width })),
    rows: campaigns.map(one => COLUMNS.map(([, , cell]) => cell(one, locale))),
    selected,
  }
}
