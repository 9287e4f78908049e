import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { dueDigest, wallClock } from './digest-rules.ts'
import { type FindRecipients, type Recipient, reaches } from './recipient.ts'

/** Told apart from other advisory locks of this database. */
const PLAN_LOCK = 6
/** By then the mail server has long answered or the line is dead: whoever began the letter is no more. */
const SILENT_FOR = 10 * 60_000

/** Makes letters of what waits: one at once for what is urgent, one digest for a local date. One planner at a time. */
export async function planLetters(tx: Tx, findRecipients: FindRecipients, now: Date): Promise<void> {
  await sql`select pg_advisory_xact_lock(${PLAN_LOCK}::int, 0)`.execute(tx)
  await giveUpSilent(tx, now)
  const waiting = await tx
    .selectFrom('notice')
    .select(['id', 'account_id', 'created_at', 'at_once', 'unit_path'])
    .where('read_at', 'is', null)
    .where('mailed_at', 'is', null)
    .where('letter_id', 'is', null)
    .orderBy('id')
    .execute()
  if (waiting.length === 0) return
  const byPerson = Map.groupBy(waiting, ({ account_id }) => account_id)
  const recipients = await findRecipients(tx, [...byPerson.keys()])
  for (const [person, told] of byPerson) {
    const recipient = recipients.get(person)
    if (!recipient) continue
    const notices = told.filter(({ unit_path }) => reaches(recipient, unit_path))
    const urgent = notices.filter(({ at_once }) => at_once)
    await makeLetter(tx, person, null, ids(urgent), now)
    const digest = dueDigest(now, recipient.timeZone)
    if (!digest) continue
    const early = notices.filter(
      notice => !notice.at_once && isBefore(notice.created_at, digest.before, recipient),
    )
    await makeLetter(tx, person, digest.date, ids(early), now)
  }
}

/**
 * Ends a letter that may or may not have arrived, or that nobody takes. What it told, and the person has not read,
 * goes into the digest of another day: a letter twice is worse than a notice a day late, which stands in the
 * application all the while.
 */
export async function giveUp(tx: Tx, letterId: number, now: Date): Promise<void> {
  await tx.updateTable('post.letter').set({ given_up_at: now }).where('id', '=', letterId).execute()
  await tx
    .updateTable('notice')
    .set({ letter_id: null, at_once: false })
    .where('letter_id', '=', letterId)
    .where('mailed_at', 'is', null)
    .execute()
}

async function giveUpSilent(tx: Tx, now: Date): Promise<void> {
  const silent = await tx
    .selectFrom('post.letter')
    .select('id')
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('begun_at', '<', new Date(now.getTime() - SILENT_FOR))
    .execute()
  for (const { id } of silent) await giveUp(tx, id, now)
}

async function makeLetter(
  tx: Tx,
  person: string,
  date: string | null,
  noticeIds: readonly number[],
  now: Date,
): Promise<void> {
  if (noticeIds.length === 0) return
  const letter = await tx
    .insertInto('post.letter')
    .values({ account_id: person, digest_date: date, created_at: now })
    // The digest of this date has been made before.
    .onConflict(conflict => conflict.columns(['account_id', 'digest_date']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (letter)
    await tx.updateTable('notice').set({ letter_id: letter.id }).where('id', 'in', noticeIds).execute()
}

function ids(notices: readonly { readonly id: number }[]): number[] {
  return notices.map(({ id }) => id)
}

function isBefore(created: Date, moment: string, { timeZone }: Recipient): boolean {
  return wallClock(created, timeZone) < moment
}
