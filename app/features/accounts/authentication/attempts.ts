import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Database, Schema, Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { type Attempts, countAttempt, LOCK_RULES, secondsLocked } from './lock-rules.ts'

/** What is counted: the kind of door and who knocks. E-mails are hashed: an address nobody has may be a slip. */
export interface AttemptKey {
  readonly kind: keyof typeof LOCK_RULES
  readonly of: string
}

/**
 * Counts an attempt under every key before anything is tried, in one short transaction. Throws ProblemError
 * `sign-in-locked` with the seconds to wait, and then counts nothing: waiting longer is no punishment for knocking.
 * Answers until when this attempt, should it fail, has closed the door of an account or a browser; null while it has not.
 */
export async function beginAttempt(
  database: Database,
  keys: readonly AttemptKey[],
  now: Date,
): Promise<Date | null> {
  const { wait: seconds, closed } = await database.asSystem('system:sign-in', async tx => {
    const names = keys.map(textOf).sort()
    // The cheap answer first: ten thousand knocks at a locked door are ten thousand small reads.
    const wait = longestWait(
      await tx.selectFrom('auth.attempt').selectAll().where('key', 'in', names).execute(),
      now,
    )
    if (wait > 0) return { wait, closed: null }
    await tx
      .insertInto('auth.attempt')
      .values(names.map(key => ({ key, failures: 0, last_at: now, locked_until: null })))
      .onConflict(conflict => conflict.column('key').doNothing())
      .execute()
    // Attempts of the same moment take turns here, each seeing what the one before it counted.
    const rows = await tx
      .selectFrom('auth.attempt')
      .selectAll()
      .where('key', 'in', names)
      .orderBy('key')
      .forUpdate()
      .execute()
    const since = longestWait(rows, now)
    if (since > 0) return { wait: since, closed: null }
    let closed: Date | null = null
    for (const key of keys) {
      const until = await count(tx, key, rows.find(row => row.key === textOf(key)) ?? null, now)
      if (!isAddress(key)) closed ??= until
    }
    return { wait: 0, closed }
  })
  if (seconds > 0)
    throw new ProblemError({ code: 'sign-in-locked', params: { seconds, minutes: Math.ceil(seconds / 60) } })
  return closed
}

type AttemptRow = Selectable<Schema['auth.attempt']>

function longestWait(rows: readonly AttemptRow[], now: Date): number {
  return Math.max(0, ...rows.map(row => secondsLocked(toAttempts(row), now)))
}

async function count(tx: Tx, key: AttemptKey, row: AttemptRow | null, now: Date): Promise<Date | null> {
  const { failures, lastAt, lockedUntil } = countAttempt(LOCK_RULES[key.kind], row && toAttempts(row), now)
  await tx
    .updateTable('auth.attempt')
    .set({ failures, last_at: lastAt, locked_until: lockedUntil })
    .where('key', '=', textOf(key))
    .execute()
  return lockedUntil
}

function toAttempts(row: AttemptRow): Attempts {
  return { failures: row.failures, lastAt: row.last_at, lockedUntil: row.locked_until }
}

/** Success: the account's count is forgotten; an address only takes its one attempt back, or a guesser's own account would clear it. */
export async function forgiveAttempt(tx: Tx, keys: readonly AttemptKey[]): Promise<void> {
  const [addresses, others] = [keys.filter(isAddress), keys.filter(key => !isAddress(key))]
  if (addresses.length > 0) await takeBackAttempt(tx, addresses)
  if (others.length > 0) await tx.deleteFrom('auth.attempt').where('key', 'in', others.map(textOf)).execute()
}

/** An attempt that was none: the door was busy, or the password right and the person not let in for another reason. */
export async function takeBackAttempt(tx: Tx, keys: readonly AttemptKey[]): Promise<void> {
  await tx
    .updateTable('auth.attempt')
    .set(({ eb }) => ({ failures: eb('failures', '-', 1), locked_until: null }))
    .where('key', 'in', keys.map(textOf))
    .where('failures', '>', 0)
    .execute()
}

function isAddress({ kind }: AttemptKey): boolean {
  return kind === 'address'
}

function textOf({ kind, of }: AttemptKey): string {
  return `${kind}:${createHash('sha256').update(of).digest('base64url')}`
}
