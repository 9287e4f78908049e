import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { readDoneRun } from '../../screening/index.ts'
import { freezeTree } from '../frozen-tree.ts'
import type { PortraitsService } from '../service.ts'
import { readStandings, type StandingUnit } from '../standing.ts'
import type { PortraitLevel } from '../types.ts'
import { type RunUnit, unitsOfRun } from './list-portraits.ts'
import { readTemplate } from './templates.ts'

/** To whom: units by their numbers, or all of a level. */
export type Recipients =
  | { readonly units: readonly number[] }
  | { readonly level: Exclude<PortraitLevel, 'region'> }

export interface SentNow {
  readonly run: { readonly id: number; readonly title: string }
  readonly units: readonly { readonly id: number; readonly name: string; readonly level: PortraitLevel }[]
  /** Had it already, under the same version of the template. */
  readonly before: number
}

/**
 * Sends portraits of a published run: of a draft a unit would read signs to which it cannot reply yet. What goes on after
 * the run (replies, the federal list, measures, the tree) is kept with each as it stands now. Whoever has the same version
 * already is not sent it again. Throws `not-found`, `run-not-done`, `portrait-run-unpublished`, `portrait-not-sendable`.
 */
export async function sendPortraits(
  tx: Tx,
  service: PortraitsService,
  runId: number,
  to: Recipients,
): Promise<SentNow> {
  const run = await readDoneRun(tx, runId)
  if (run.published_at === null) throw new ProblemError({ code: 'portrait-run-unpublished' })
  const all = await unitsOfRun(tx, runId)
  const chosen = all.filter(({ id, level }) => ('units' in to ? to.units.includes(id) : level === to.level))
  if ('units' in to && chosen.length < new Set(to.units).size) throw new ProblemError({ code: 'not-found' })
  // The region's own offices read the run as it is.
  if (chosen.some(({ level }) => level === 'region'))
    throw new ProblemError({ code: 'portrait-not-sendable' })
  const { number } = await readTemplate(tx)
  await nameAct(tx, 'portrait.sent')
  const tree = await freezeTree(tx, runId, all)
  const standings = await readStandings(
    tx,
    service,
    runId,
    chosen.map(one => withSchools(one, all)),
  )
  const frozen = [...standings.values()]
  const { rows } = await sql<{ unit_id: number }>`
    insert into portrait (run_id, unit_id, template, day, tree_id, stood)
    select ${runId}, id, ${number}, (stood::jsonb ->> 'day')::date, ${tree}, stood::jsonb
    from unnest(${[...standings.keys()]}::integer[], ${frozen.map(one => JSON.stringify(one))}::text[]) as f (id, stood)
    on conflict (run_id, unit_id, template) do nothing returning unit_id`.execute(tx)
  const made = new Set(rows.map(({ unit_id }) => unit_id))
  const units = chosen.filter(({ id }) => made.has(id))
  return { run: { id: run.id, title: run.title }, units, before: chosen.length - units.length }
}

function withSchools({ id, path, level }: RunUnit, all: readonly RunUnit[]): StandingUnit {
  const below = all.filter(one => one.level === 'school' && one.path.startsWith(path))
  return { id, schools: level === 'school' ? [id] : below.map(one => one.id) }
}
