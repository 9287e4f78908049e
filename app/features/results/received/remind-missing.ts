import { sayDate } from '../../../messages/dates.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { findHolders, type Holder } from '../../accounts/index.ts'
import { type Notice, notify } from '../../notices/index.ts'
import { nameOfAssessment } from '../../procedures/index.ts'
import type { LocalDate } from '../../territory/index.ts'
import { type Expected, type ReceivedFilter, readReceived } from './list-received.ts'

declare module '../../notices/kinds.ts' {
  interface NoticeParams {
    /** `what` names the assessments, `due` is the nearest term in words where there is one. */
    'results-missing': { readonly what: string; readonly dated: 'yes' | 'no'; readonly due: string }
  }
}

/**
 * Reminds the heads and coordinators of the schools of which something is missing that has been written already; those of
 * the heir where a school is gone. Each person once a day for a school.
 */
export async function remindMissing(
  tx: Tx,
  filter: ReceivedFilter,
  { today, timeZone, by }: { readonly today: LocalDate; readonly timeZone: string; readonly by: string },
): Promise<{ schools: number; people: number }> {
  const { expected } = await readReceived(tx, filter, { today, timeZone })
  const missing = expected.filter(
    ({ receipt, terms }) => receipt.state === 'missing' && terms.writtenFrom <= today,
  )
  const bySchool = Map.groupBy(missing, ({ heir }) => heir.id)
  const holders = await findHolders(tx, {
    unitIds: [...bySchool.keys()],
    roles: ['head', 'coordinator'],
    today,
  })
  // Somebody may be head and coordinator at once.
  const told = new Map(holders.map(holder => [`${holder.personId} ${holder.unitId}`, holder]))
  const notices = [...told.values()]
    .filter(({ personId }) => personId !== by)
    .map(holder => noticeTo(holder, bySchool.get(holder.unitId)!, filter.campaign, today))
  await notify(tx, notices)
  return {
    schools: new Set(notices.map(({ unitId }) => unitId)).size,
    people: new Set(notices.map(({ to }) => to)).size,
  }
}

function noticeTo(
  { personId, unitId, locale }: Holder,
  missing: readonly Expected[],
  campaign: number,
  today: LocalDate,
): Notice<'results-missing'> {
  const dues = missing.flatMap(({ terms }) => terms.dueOn ?? []).sort()
  const names = missing.map(({ assessment: { procedure, year, grade, subject, paperVersion: version } }) =>
    nameOfAssessment(locale, { procedure, year, grade, subject, version }),
  )
  return {
    to: personId,
    unitId,
    kind: 'results-missing',
    params: {
      what: [...new Set(names)].join('; '),
      dated: dues.length === 0 ? 'no' : 'yes',
      due: dues.length === 0 ? '' : sayDate(locale, dues[0]),
    },
    link: `/received?campaign=${campaign}`,
    onceKey: `${campaign} ${unitId} ${today}`,
  }
}
