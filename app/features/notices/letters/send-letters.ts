import type { Database, Tx } from '../../../platform/database/index.ts'
import type { JobKind, JobLog, Schedule } from '../../../platform/jobs/index.ts'
import { type Letter, LetterError, type Mailer } from '../../../platform/mail/index.ts'
import { SEND_LETTERS } from '../notify.ts'
import { composeLetter } from './compose-letter.ts'
import { giveUp, planLetters } from './plan-letters.ts'
import { type FindRecipients, reaches } from './recipient.ts'

export interface Post {
  readonly database: Database
  readonly mailer: Mailer
  readonly findRecipients: FindRecipients
  /** Address of the application for links. */
  readonly publicUrl: string
  readonly clock?: () => Date
  readonly log?: JobLog
}

const MAX_ATTEMPTS = 5
const RETRY_AFTER = 5 * 60_000

/** The post as scheduled work: every five minutes, and whenever something urgent was told. */
export function postSchedule(post: Post): Schedule {
  const job: JobKind<Record<string, never>> = {
    ...SEND_LETTERS,
    async run(_, { signal }) {
      await sendLetters(post, signal)
      return undefined
    },
  }
  return { job, params: {}, everyMinutes: 5 }
}

/**
 * Makes letters of what waits and hands them over, one after another. Each letter is marked as begun, and that is
 * committed, before the mail server hears of it: a crash in between loses this letter rather than sending it twice
 * (see giveUp for what becomes of its notices).
 */
export async function sendLetters(post: Post, signal?: AbortSignal): Promise<void> {
  const { database, mailer, findRecipients, clock = () => new Date() } = post
  await database.asSystem('system:post', tx => planLetters(tx, findRecipients, clock()))
  const open = await database.asSystem('system:post', tx => openLetters(tx, clock()))
  if (open.length === 0) return
  try {
    await mailer.ready()
  } catch (error) {
    // Nothing is begun; the next round asks again.
    post.log?.error({ err: error }, 'letters wait: there is nobody to give them to')
    return
  }
  for (const id of open) {
    signal?.throwIfAborted()
    await sendOne(post, id, clock)
  }
}

async function openLetters(tx: Tx, now: Date): Promise<number[]> {
  const rows = await tx
    .selectFrom('post.letter')
    .select('id')
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('begun_at', 'is', null)
    .where(eb => eb.or([eb('retry_at', 'is', null), eb('retry_at', '<=', now)]))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function sendOne(post: Post, id: number, clock: () => Date): Promise<void> {
  const { database, mailer } = post
  const letter = await database.asSystem('system:post', tx => begin(tx, post, id, clock()))
  if (!letter) return
  try {
    await mailer.send(letter)
  } catch (error) {
    post.log?.error({ err: error, letter: id }, 'a letter did not go')
    const certain = error instanceof LetterError && error.certain
    await database.asSystem('system:post', tx => settleFailure(tx, id, certain, clock()))
    return
  }
  await database.asSystem('system:post', tx => markSent(tx, id, clock()))
}

/** Marks a letter as begun and writes it; null when another process has begun it or there is nothing left to tell. */
async function begin(
  tx: Tx,
  { findRecipients, publicUrl }: Post,
  id: number,
  now: Date,
): Promise<Letter | null> {
  const begun = await tx
    .updateTable('post.letter')
    .set(eb => ({ begun_at: now, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('begun_at', 'is', null)
    .where('given_up_at', 'is', null)
    .returning(['account_id', 'digest_date'])
    .executeTakeFirst()
  if (!begun) return null
  const told = await tx
    .selectFrom('notice')
    .select(['kind', 'params', 'link', 'unit_path'])
    .where('letter_id', '=', id)
    .where('read_at', 'is', null)
    .orderBy('id')
    .execute()
  const recipient = (await findRecipients(tx, [begun.account_id])).get(begun.account_id)
  const notices = recipient ? told.filter(({ unit_path }) => reaches(recipient, unit_path)) : []
  if (notices.length === 0 || !recipient) {
    await giveUp(tx, id, now)
    return null
  }
  return composeLetter({
    to: recipient.address,
    locale: recipient.locale,
    name: `letter-${id}`,
    atOnce: begun.digest_date === null,
    notices,
    publicUrl: publicUrl.replace(/\/+$/, ''),
  })
}

async function markSent(tx: Tx, id: number, now: Date): Promise<void> {
  await tx.updateTable('post.letter').set({ sent_at: now }).where('id', '=', id).execute()
  await tx.updateTable('notice').set({ mailed_at: now }).where('letter_id', '=', id).execute()
}

async function settleFailure(tx: Tx, id: number, certain: boolean, now: Date): Promise<void> {
  const { attempts } = await tx
    .selectFrom('post.letter')
    .select('attempts')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (!certain || attempts >= MAX_ATTEMPTS) return giveUp(tx, id, now)
  const retry = new Date(now.getTime() + RETRY_AFTER * 2 ** (attempts - 1))
  await tx.updateTable('post.letter').set({ begun_at: null, retry_at: retry }).where('id', '=', id).execute()
}
