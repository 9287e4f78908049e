import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'
import { treeOfRun } from '../screening/index.ts'
import { distinguishNames } from './distinguish-names.ts'
import type { RunUnit } from './store/list-portraits.ts'

/** Which school of a run belonged where, and what municipalities were called: plain JSON. What a school is, the run keeps itself. */
export interface FrozenTree {
  readonly region: string
  readonly municipalities: readonly (readonly [id: number, name: string])[]
  readonly schools: readonly (readonly [id: number, municipality: number])[]
}

/** Keeps the tree of a run as it stands now; the number under which it is found. The same tree is kept once. */
export async function freezeTree(tx: Tx, runId: number, units: readonly RunUnit[]): Promise<number> {
  const hash = await treeOfRun(tx, runId)
  await sql`insert into portrait_tree (unit_id, run_id, hash, body)
    select unit_id, id, ${hash}, ${JSON.stringify(treeOf(units))}::jsonb from screening_run where id = ${runId}
    on conflict (run_id, hash) do nothing`.execute(tx)
  const { id } = await tx
    .selectFrom('portrait_tree')
    .select('id')
    .where('run_id', '=', runId)
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  return id
}

function treeOf(units: readonly RunUnit[]): FrozenTree {
  const municipalities = units.filter(({ level }) => level === 'municipality')
  const known = new Set(municipalities.map(({ id }) => id))
  return {
    region: units.find(({ level }) => level === 'region')!.name,
    municipalities: [...distinguishNames(municipalities)],
    schools: units.flatMap(({ id, level, path }) => {
      const above = Number(path.split('.')[1])
      return level === 'school' && known.has(above) ? [[id, above] as const] : []
    }),
  }
}

/** The tree that was kept under a number. */
export async function readTree(tx: Tx, id: number): Promise<FrozenTree> {
  const { body } = await tx
    .selectFrom('portrait_tree')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return body
}

/** Whether the tree of a run stands otherwise than it was kept. */
export async function treeChanged(tx: Tx, runId: number, id: number): Promise<boolean> {
  const { hash } = await tx
    .selectFrom('portrait_tree')
    .select('hash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return hash !== (await treeOfRun(tx, runId))
}
