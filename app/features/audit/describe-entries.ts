import { hasMessage, type Locale, say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { listAttachedToAll } from '../files/index.ts'
import { type NamePeople, nameUnits } from '../territory/index.ts'
import type { AuditRow } from './tables.ts'
import { mentionedIn, type WordedChange, wordAction, wordChanges, wordSentence } from './word-entry.ts'

/** Subjects whose acts may bring an order along: the others are not asked about. */
const WITH_PAPERS = new Set(['unit'])

export interface AuditEntry {
  readonly id: number
  readonly at: string
  readonly accountId: string | null
  readonly who: string
  readonly role: string | null
  readonly roleName: string | null
  readonly unit: { readonly id: number; readonly name: string }
  readonly subject: string
  readonly subjectId: string
  readonly action: string
  readonly actionName: string
  readonly sentence: string
  readonly reason: string | null
  readonly changes: WordedChange[]
  readonly requestId: string | null
  readonly files: { readonly id: number; readonly name: string }[]
}

/** Lines of the log as people read them: names for numbers, sentences for columns. */
export async function describeEntries(
  tx: Tx,
  locale: Locale,
  rows: readonly AuditRow[],
  namePeople: NamePeople,
): Promise<AuditEntry[]> {
  const mentioned = rows.map(mentionedIn)
  const accounts = new Set([
    ...rows.flatMap(({ account_id }) => account_id ?? []),
    ...mentioned.flatMap(({ people }) => people),
  ])
  const people = await namePeople(
    tx,
    [...accounts].filter(id => !isSystem(id)),
  )
  const units = await nameUnits(tx, [
    ...rows.map(({ unit_id }) => unit_id),
    ...mentioned.flatMap(one => one.units),
  ])
  const files = await listAttachedToAll(
    tx,
    'audit',
    rows.filter(({ subject }) => WITH_PAPERS.has(subject)).map(({ id }) => String(id)),
  )
  return rows.map(row => {
    const actionName = wordAction(locale, row)
    const changes = wordChanges(locale, row, { units, people })
    return {
      id: row.id,
      at: row.at.toISOString(),
      accountId: row.account_id,
      who: isSystem(row.account_id)
        ? say(locale, 'audit.who.system')
        : (people.get(row.account_id) ?? row.account_id),
      role: row.role,
      // The program itself holds no role, though it may act with the rights of one.
      roleName: row.role === null || isSystem(row.account_id) ? null : roleName(locale, row.role),
      unit: { id: row.unit_id, name: units.get(row.unit_id) ?? '' },
      subject: row.subject,
      subjectId: row.subject_id,
      action: row.action,
      actionName,
      sentence: wordSentence(locale, actionName, changes),
      reason: row.reason,
      changes,
      requestId: row.request_id,
      files: (files.get(String(row.id)) ?? []).map(({ id, name }) => ({ id, name })),
    }
  })
}

function isSystem(accountId: string | null): accountId is null {
  return accountId === null || accountId.startsWith('system:')
}

function roleName(locale: Locale, role: string): string {
  return hasMessage(locale, `role.${role}`) ? say(locale, `role.${role}`) : role
}
