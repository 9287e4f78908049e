import { type ListToWrite, type Parameter, writeList } from '../../documents/spreadsheet/index.ts'
import { type Locale, say } from '../../messages/format.ts'
import { logRead } from '../../platform/audit/index.ts'
import { type Handlers, sendMadeFile, XLSX } from '../../platform/http/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { ProblemError } from '../../platform/problem.ts'
import { nameUnits } from '../territory/index.ts'
import type { resultsContract } from './contract.ts'
import { countReceived, readReceived } from './received/list-received.ts'
import { presentReceived, type ReceivedView, titleOf } from './received/present-received.ts'
import type { ReceivedState } from './received/received-rules.ts'
import { remindMissing } from './received/remind-missing.ts'
import type { ResultsService } from './service.ts'

type Name = 'GET /api/received' | 'GET /api/received/export.xlsx' | 'POST /api/received/remind'

/** Handlers of what was expected and what has come: counts alone, nothing of participants. */
export function receivedHandlers({
  database,
  clock,
  timeZone,
}: ResultsService): Pick<Handlers<typeof resultsContract>, Name> {
  const now = () => ({ today: localDate(clock(), timeZone), timeZone })

  return {
    async 'GET /api/received'({ tx, query, actor }) {
      const { cursor, limit, state, ...filter } = query
      const { expected } = await readReceived(tx, filter, now())
      const chosen = expected.filter(({ receipt }) => state === undefined || receipt.state === state)
      const from = cursor === undefined ? 0 : placeOf(chosen, cursor)
      const page = chosen.slice(from, from + limit)
      const last = page.at(-1)
      return {
        items: page.map(one => presentReceived(actor.locale, one)),
        next: last && from + limit < chosen.length ? `${last.assessment.id}.${last.school.id}` : null,
        counts: countReceived(expected),
      }
    },
    async 'GET /api/received/export.xlsx'({ query, actor, reply }) {
      const { locale, scope } = actor
      const { state, ...filter } = query
      const { parameters, rows } = await database.asOfNow(scope, async tx => {
        const { campaign, assessments, expected } = await readReceived(tx, filter, now())
        const chosen = expected.filter(({ receipt }) => state === undefined || receipt.state === state)
        const views = chosen.map(one => presentReceived(locale, one))
        const at = await tx
          .selectFrom('unit')
          .select('id')
          .where('path', '=', scope.unitPath)
          .executeTakeFirstOrThrow()
        await logRead(tx, 'received', '', at.id, { rows: views.length, campaign_id: campaign.id })
        const under = filter.under === undefined ? undefined : await nameUnits(tx, [filter.under])
        return {
          rows: views,
          parameters: wordFilter(locale, {
            campaign: campaign.title,
            // Of the assessment itself, not of the first row: there may be none.
            assessment: filter.assessment === undefined ? undefined : titleOf(locale, assessments[0]),
            under: filter.under === undefined ? undefined : under?.get(filter.under),
            state,
          }),
        }
      })
      const name = `${say(locale, 'received.file', { day: now().today })}.xlsx`
      return sendMadeFile(reply, { name, mediaType: XLSX }, path =>
        writeList(path, locale, { ...sheetOf(locale, rows), parameters }),
      )
    },
    'POST /api/received/remind': ({ tx, body, actor }) =>
      remindMissing(tx, body, { ...now(), by: actor.personId }),
  }
}

/** Where a page goes on: behind the row that the one before ended with. */
function placeOf(
  chosen: readonly { assessment: { id: number }; school: { id: number } }[],
  cursor: string,
): number {
  const at = chosen.findIndex(({ assessment, school }) => `${assessment.id}.${school.id}` === cursor)
  if (at < 0) throw new ProblemError({ code: 'cursor-unreadable' })
  return at + 1
}

function wordFilter(
  locale: Locale,
  {
    campaign,
    assessment,
    under,
    state,
  }: {
    campaign: string
    assessment: string | undefined
    under: string | undefined
    state: ReceivedState | undefined
  },
): Parameter[] {
  const every = say(locale, 'export.every')
  return [
    [say(locale, 'export.what'), say(locale, 'received.sheet')],
    [say(locale, 'export.campaign'), campaign],
    [say(locale, 'received.column.assessment'), assessment ?? every],
    [say(locale, 'export.territory'), under ?? every],
    [say(locale, 'export.state'), state === undefined ? every : say(locale, `received.state.${state}`)],
  ]
}

const COLUMNS: readonly (readonly [
  id: string,
  width: number,
  cell: (row: ReceivedView, locale: Locale) => string | number | null,
])[] = [
  ['municipality', 30, ({ municipality }) => municipality?.name ?? null],
  ['school', 44, ({ school }) => school.name],
  ['assessment', 34, ({ assessment }) => assessment.title],
  ['state', 20, ({ state }, locale) => say(locale, `received.state.${state}`)],
  ['works', 10, ({ works }) => works],
  ['decision', 20, (row, locale) => wordDecision(locale, row)],
  ['receivedOn', 14, ({ receivedOn }) => receivedOn],
  ['dueOn', 14, ({ dueOn }) => dueOn],
]

/** Whether what came counts by now; nothing of what has not come. */
function wordDecision(locale: Locale, { receivedOn, accepted }: ReceivedView): string | null {
  return receivedOn === null ? null : say(locale, `received.decision.${accepted ? 'accepted' : 'waiting'}`)
}

function sheetOf(locale: Locale, rows: readonly ReceivedView[]): Omit<ListToWrite, 'parameters'> {
  return {
    sheet: say(locale, 'received.sheet'),
    columns: COLUMNS.map(([id, width]) => ({ header: say(locale, `received.column.${id}`), width })),
    rows: rows.map(row => COLUMNS.map(([, , cell]) => cell(row, locale))),
    selected: rows.length,
  }
}
