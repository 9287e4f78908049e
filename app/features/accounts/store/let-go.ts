import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { AccountActor } from '../actor.ts'
import { keepingAnAdministrator } from './last-administrator.ts'
import { type PersonPage, readPerson } from './people.ts'

export interface LetGo {
  readonly id: string
  readonly version: number
  readonly reason?: string | undefined
}

const ACTS = {
  close: { action: 'person.closed', run: 'app.close_account' },
  reopen: { action: 'person.reopened', run: 'app.reopen_account' },
  anonymise: { action: 'person.anonymised', run: 'app.anonymise_person' },
} as const

/**
 * What is done with the account of somebody who works here no more. Closing takes their roles, tokens and sessions and
 * erases password and second factor; anonymising takes the name and the address of a closed one, from the log too. The
 * database does it, past the plain role, which may neither enter `auth` nor change the log; it asks once more who may.
 */
export async function letGo(
  tx: Tx,
  actor: AccountActor,
  act: keyof typeof ACTS,
  { id, version, reason = '' }: LetGo,
  today: string,
): Promise<PersonPage> {
  const person = await readPerson(tx, actor, id, today)
  if (!person.mayLetGo) throw new ProblemError({ code: 'person-not-yours' })
  if (person.anonymised) throw new ProblemError({ code: 'person-anonymised' })
  if (act === 'close' && person.closedAt !== null) throw new ProblemError({ code: 'person-closed' })
  if (act !== 'close' && person.closedAt === null) throw new ProblemError({ code: 'person-not-closed' })
  const { action, run } = ACTS[act]
  await nameAct(tx, action, reason)
  const { rows } = await keepingAnAdministrator(() =>
    sql<{ done: boolean }>`select ${sql.raw(run)}(${id}, ${version}) as done`.execute(tx),
  )
  if (!rows[0].done) throw new ProblemError({ code: 'changed-by-another' })
  return readPerson(tx, actor, id, today)
}
