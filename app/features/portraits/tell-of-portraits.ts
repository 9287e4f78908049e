import './notice-kinds.ts'
import { sql } from 'kysely'
import { type Locale, say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { findHolders, type Holder } from '../accounts/index.ts'
import { type Notice, notify } from '../notices/index.ts'
import { shortText } from './names.ts'
import type { RemarkLine } from './store/remarks.ts'
import type { SentNow } from './store/send-portraits.ts'

/** Tells the people of each unit that its portrait is there, and a municipality of those of its schools: once a person. */
export async function tellOfSending(
  tx: Tx,
  { run, units }: Pick<SentNow, 'run' | 'units'>,
  { personId, today }: { readonly personId: string; readonly today: string },
): Promise<void> {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const schools = units.filter(({ level }) => level === 'school')
  const above = await municipalitiesOf(
    tx,
    schools.map(({ id }) => id),
  )
  const own = await findHolders(tx, {
    unitIds: [...byId.keys()],
    roles: ['head', 'coordinator', 'municipality'],
    today,
  })
  const overSchools = await findHolders(tx, { unitIds: [...above.keys()], roles: ['municipality'], today })
  const grouped = (
    kind: 'portrait-sent' | 'portrait-sent-below',
    holders: readonly Holder[],
    unitsOf: (holder: Holder) => readonly number[],
  ): Notice[] =>
    [...Map.groupBy(holders, holder => holder.personId).values()].flatMap(([holder, ...more]): Notice[] => {
      const told = [...new Set([holder, ...more].flatMap(unitsOf))].flatMap(id => byId.get(id) ?? [])
      if (told.length === 0) return []
      return [
        {
          to: holder.personId,
          unitId: holder.unitId,
          kind,
          params: { what: told[0].name, run: run.title, count: told.length, rest: told.length - 1 },
          link:
            told.length === 1 ? `/portraits/${run.id}/${told[0].id}` : `/portraits?run=${run.id}&sent=yes`,
        },
      ]
    })
  const notices = [
    ...grouped('portrait-sent', own, ({ unitId }) => [unitId]),
    ...grouped('portrait-sent-below', overSchools, ({ unitId }) => above.get(unitId) ?? []),
  ]
  await notify(
    tx,
    notices.filter(({ to }) => to !== personId),
  )
}

/** Schools by their municipality. */
async function municipalitiesOf(tx: Tx, schools: readonly number[]): Promise<ReadonlyMap<number, number[]>> {
  const { rows } = await sql<{ school: number; municipality: number }>`
    select s.id as school, m.id as municipality from unit s join unit m on m.id = s.parent_id and m.kind = 'municipality'
    where s.id = any (${[...schools]}::integer[]) order by s.id`.execute(tx)
  const found = Map.groupBy(rows, ({ municipality }) => municipality)
  return new Map([...found].map(([id, of]) => [id, of.map(({ school }) => school)]))
}

/** The author learns what became of a remark. */
export async function tellOfAnswer(tx: Tx, remark: RemarkLine, answerer: string): Promise<void> {
  if (remark.createdBy === answerer || remark.createdBy.startsWith('system')) return
  const { rows } = await sql<{ locale: Locale }>`
    select coalesce((select locale from person where id = ${remark.createdBy}), 'ru') as locale`.execute(tx)
  const [{ locale }] = rows
  await notify(tx, [
    {
      to: remark.createdBy,
      unitId: remark.unitId,
      kind: 'portrait-answered',
      params: { what: shortText(remark.text, 80), state: say(locale, `portraits.remark.${remark.state}`) },
      link: `/portraits/remarks?state=${remark.state}`,
    },
  ])
}
