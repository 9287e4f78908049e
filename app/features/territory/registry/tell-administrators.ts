import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { notify } from '../../notices/index.ts'
import type { FindAdministrators, NamePeople } from '../people.ts'
import type { LocalDate } from '../tables.ts'

declare module '../../notices/kinds.ts' {
  interface NoticeParams {
    'registry-committed': { readonly file: string; readonly by: string }
    'registry-undone': {
      readonly file: string
      readonly by: string
      readonly why: 'yes' | 'no'
      readonly reason: string
    }
  }
}

export interface Telling {
  readonly findAdministrators: FindAdministrators
  readonly namePeople: NamePeople
  readonly today: () => LocalDate
}

interface ToldImport {
  readonly id: number
  readonly file: string
  readonly unitId: number
}

/** Tells the other administrators of the unit that an import was carried out there. */
export async function tellCommitted(tx: Tx, actor: Actor, done: ToldImport, telling: Telling): Promise<void> {
  const { others, by } = await findOthers(tx, actor, done, telling)
  await notify(
    tx,
    others.map(to => ({ ...common(to, done), kind: 'registry-committed', params: { file: done.file, by } })),
  )
}

/** The same of an import that was taken back, with the reason given. */
export async function tellUndone(
  tx: Tx,
  actor: Actor,
  { reason = '', ...done }: ToldImport & { readonly reason?: string | undefined },
  telling: Telling,
): Promise<void> {
  const { others, by } = await findOthers(tx, actor, done, telling)
  const why = reason === '' ? 'no' : 'yes'
  await notify(
    tx,
    others.map(to => ({
      ...common(to, done),
      kind: 'registry-undone',
      params: { file: done.file, by, why, reason },
    })),
  )
}

async function findOthers(
  tx: Tx,
  { personId }: Actor,
  { unitId }: ToldImport,
  { findAdministrators, namePeople, today }: Telling,
) {
  const holders = await findAdministrators(tx, unitId, today())
  const others = [...new Set(holders.map(holder => holder.personId))].filter(one => one !== personId)
  return { others, by: (await namePeople(tx, [personId])).get(personId) ?? '' }
}

function common(to: string, { id, unitId }: ToldImport) {
  return { to, unitId, link: `/registry/${id}` }
}
