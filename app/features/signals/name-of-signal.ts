import type { Locale } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Days } from './calendar.ts'
import { nameSignal } from './name-signal.ts'
import { findGoneSchools } from './store/find-gone-schools.ts'
import { getSignal } from './store/get-signal.ts'
import { replyPhrase } from './words.ts'

/** What other rooms need to know of a signal that they tie something to. */
export interface NamedSignal {
  readonly id: number
  readonly schoolId: number
  readonly schoolPath: string
  /** «Школа № 12: Русский язык, 4 класс, 2021». */
  readonly name: string
  /** How the reply stands: the name is not shown without it. */
  readonly reply: string
  /** Markers or channels that show it, the strongest first. */
  readonly channels: readonly string[]
  /** Of a published run: before that the school knows nothing of it. */
  readonly published: boolean
  /** The school is closed, and nobody carries its work on. */
  readonly gone: boolean
}

/** A signal in reach by its name. Throws ProblemError `not-found`. */
export async function nameOfSignal(
  tx: Tx,
  locale: Locale,
  id: number,
  days: Pick<Days, 'today' | 'dayOf'>,
): Promise<NamedSignal> {
  const row = await getSignal(tx, id)
  const gone = await findGoneSchools(tx, [row.unitId], days.today)
  const set = { subject: row.subject, grade: row.grade, year: row.year, version: row.paperVersion }
  return {
    id,
    schoolId: row.unitId,
    schoolPath: row.unitPath,
    name: nameSignal(locale, { school: { id: row.unitId, path: row.unitPath, name: row.schoolName }, set }),
    reply: replyPhrase(locale, row, days),
    channels: row.channels,
    published: row.published,
    gone: gone.has(row.unitId),
  }
}
