import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { attachFile } from '../../files/index.ts'
import { type Act, type Outcome, stateAfter } from '../rules.ts'
import type { StepKind } from '../tables.ts'
import { isOverdue, type LocalDate } from '../terms.rules.ts'
import type { LockedSignal } from './lock-signals.ts'

/** What a person does and says. */
export interface Step {
  readonly act: Act
  readonly now: Date
  readonly today: LocalDate
  readonly text?: string | undefined
  readonly dueOn?: LocalDate
  readonly outcome?: Outcome
  readonly causes?: readonly string[]
  /** Drafts of the acting person. */
  readonly files?: readonly number[]
}

export const KINDS: Readonly<Record<Act, StepKind>> = {
  ask: 'asked',
  extend: 'extended',
  forward: 'forwarded',
  comment: 'commented',
  reply: 'replied',
  return: 'returned',
  close: 'closed',
  reopen: 'reopened',
}

/**
 * Carries an allowed act out on signals that are held (lockSignals): the signal goes on, its timeline has a new step, files
 * belong to the step.
 */
export async function takeStep(tx: Tx, signals: readonly LockedSignal[], step: Step): Promise<void> {
  const { act, now, today, text, dueOn, outcome, causes = [], files = [] } = step
  await nameAct(tx, `signal.${KINDS[act]}`)
  for (const [state, held] of Map.groupBy(signals, ({ facts }) => stateAfter(facts, act)))
    await tx
      .updateTable('signal')
      .set({
        state,
        changed_at: now,
        ...changesOf(step, state),
        // A comment stands beside what others are writing at this moment and does not take it from them.
        ...(act === 'comment' ? {} : { version: sql<number>`version + 1` }),
      })
      .where(sql<boolean>`id = any (${held.map(({ id }) => id)}::integer[])`)
      .execute()
  const made = await tx
    .insertInto('signal_step')
    .values(
      signals.map(({ id, school, facts }) => ({
        signal_id: id,
        unit_id: school.id,
        at: now,
        kind: KINDS[act],
        state_before: facts.state,
        state_after: stateAfter(facts, act),
        due_on: dueOn ?? null,
        outcome: outcome ?? null,
        causes: [...causes],
        text: text ?? null,
        late: act === 'reply' && isOverdue(facts, today),
      })),
    )
    .returning(['id', 'unit_id'])
    .execute()
  for (const file of new Set(files))
    await attachFile(tx, file, await unitForFiles(tx, made[0].unit_id), {
      subject: 'signal_step',
      subjectId: String(made[0].id),
      access: 'signal.read',
    })
}

function changesOf({ act, now, dueOn, outcome }: Step, state: string) {
  switch (act) {
    case 'ask':
      return { due_on: dueOn!, asked_at: now, escalated: 0, forwarded_at: null }
    case 'return':
      return { due_on: dueOn!, escalated: 0, forwarded_at: null }
    case 'extend':
      return { due_on: dueOn!, escalated: 0 }
    case 'forward':
      return { forwarded_at: now }
    case 'reply':
      return { replied_at: now }
    case 'close':
      return { outcome: outcome!, closed_at: now }
    case 'reopen':
      return { outcome: null, closed_at: null, escalated: 0, ...(state === 'open' ? { due_on: null } : {}) }
    case 'comment':
      return {}
  }
}

/** The school's own, and for those who carry on its work their own unit: the school is outside their reach. */
async function unitForFiles(tx: Tx, schoolId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select coalesce((select id from unit where id = ${schoolId} and app.in_scope(path)),
      (select id from unit where path = app.scope())) as id`.execute(tx)
  return rows[0].id
}
