import { sql } from 'kysely'
import {
  type Cell,
  parametersSheet,
  type SheetToWrite,
  writeWorkbook,
} from '../../documents/spreadsheet/index.ts'
import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/database/index.ts'
import { getUnits, type LocalDate } from '../territory/index.ts'
import { nameOfAssessment } from './name-assessment.ts'
import type { Terms } from './rules.ts'
import { describeCampaign, keyOfAssessment } from './store/describe-campaigns.ts'
import { getCampaign } from './store/get-campaign.ts'
import { listOwnTerms } from './store/list-own-terms.ts'

export interface CampaignTables {
  readonly title: string
  readonly parameters: readonly (readonly [string, string | number])[]
  readonly assessments: readonly (readonly Cell[])[]
  readonly terms: readonly (readonly Cell[])[]
  /** Counted by the database apart from the rows. */
  readonly selected: { readonly assessments: number; readonly terms: number }
}

interface Reading {
  readonly locale: Locale
  readonly today: LocalDate
  readonly unitPath: string
}

/**
 * A campaign as tables: its assessments with what holds for the reader, and the dates that units have of their own; with
 * a line in the log.
 */
export async function readCampaignTables(
  tx: Tx,
  id: number,
  { locale, today, unitPath }: Reading,
): Promise<CampaignTables> {
  const { campaign, assessments } = await describeCampaign(tx, await getCampaign(tx, id), { today, unitPath })
  const names = new Map(assessments.map(one => [one.id, nameOfAssessment(locale, keyOfAssessment(one))]))
  const own = (await listOwnTerms(tx, { campaignId: id })).filter(one => one.unitPath.startsWith(unitPath))
  const units = new Map(
    (await getUnits(tx, [...new Set(own.map(one => one.unitId))], today)).map(one => [one.id, one]),
  )
  const at = await tx.selectFrom('unit').select('id').where('path', '=', unitPath).executeTakeFirstOrThrow()
  const selected = await countSelected(tx, id)
  await logRead(tx, 'campaign', String(id), at.id, { rows: selected.assessments + selected.terms })
  const dates = ({ writtenFrom, writtenTo, dueOn }: Terms): Cell[] => [writtenFrom, writtenTo, dueOn]
  const yesNo = (yes: boolean) => say(locale, yes ? 'audit.value.yes' : 'audit.value.no')
  return {
    title: campaign.title,
    parameters: [
      [say(locale, 'export.what'), campaign.title],
      [say(locale, 'export.day'), sayDate(locale, today)],
      [say(locale, 'campaign.export.state'), say(locale, `campaign.export.state.${campaign.state}`)],
    ],
    assessments: assessments.map(one => [
      names.get(one.id) ?? null,
      one.year,
      one.grade,
      one.subject,
      one.paperVersion,
      ...dates(one.holds),
      yesNo(one.holds.takesPart && !one.withdrawn),
      one.paper.maxPrimary,
      one.paper.tasks,
      say(locale, `campaign.export.paper.${one.paper.state}`),
    ]),
    terms: own.map(one => [
      units.get(one.unitId)?.name ?? null,
      names.get(one.assessmentId) ?? null,
      ...dates(one),
      yesNo(one.takesPart),
      one.reason,
    ]),
    selected,
  }
}

async function countSelected(tx: Tx, id: number): Promise<CampaignTables['selected']> {
  const { rows } = await sql<CampaignTables['selected']>`
    select (select count(*) from assessment where campaign_id = ${id}) as assessments,
      (select count(*) from assessment_unit own join assessment a on a.id = own.assessment_id
        where a.campaign_id = ${id} and a.withdrawn_at is null and app.in_scope(own.unit_path)
          and (not own.takes_part or coalesce(own.written_from, own.written_to, own.due_on) is not null)) as terms`.execute(
    tx,
  )
  return rows[0]
}

const ASSESSMENTS: readonly (readonly [string, number])[] = [
  ['assessment', 36],
  ['year', 8],
  ['grade', 8],
  ['subject', 28],
  ['version', 14],
  ['from', 14],
  ['to', 14],
  ['due', 14],
  ['takesPart', 12],
  ['maximum', 12],
  ['tasks', 12],
  ['paper', 20],
]
const TERMS: readonly (readonly [string, number])[] = [
  ['unit', 44],
  ['assessment', 36],
  ['from', 14],
  ['to', 14],
  ['due', 14],
  ['takesPart', 12],
  ['reason', 44],
]

/** Writes the tables; fails where the rows are not as many as were selected. */
export async function writeCampaignWorkbook(
  path: string,
  locale: Locale,
  { parameters, assessments, terms, selected }: CampaignTables,
): Promise<void> {
  const sheet = (name: string, columns: typeof TERMS, rows: SheetToWrite['rows'], chosen: number) => ({
    name: say(locale, `campaign.export.sheet.${name}`),
    columns: columns.map(([column, width]) => ({ header: say(locale, `campaign.column.${column}`), width })),
    rows,
    selected: chosen,
  })
  await writeWorkbook(path, [
    parametersSheet(locale, parameters, selected.assessments + selected.terms),
    sheet('assessments', ASSESSMENTS, assessments, selected.assessments),
    sheet('terms', TERMS, terms, selected.terms),
  ])
}
