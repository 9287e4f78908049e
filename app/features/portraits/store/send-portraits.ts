import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { readDoneRun } from '../../screening/index.ts'
import type { PortraitLevel } from '../types.ts'
import { unitsOfRun } from './list-portraits.ts'
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
 * Sends portraits of a published run: of a draft a unit would read signs to which it cannot reply yet. Whoever has the same
 * version already is not sent it again. Throws `not-found`, `run-not-done`, `portrait-run-unpublished`, `portrait-not-sendable`.
 */
export async function sendPortraits(tx: Tx, runId: number, to: Recipients, day: string): Promise<SentNow> {
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
  const { rows } = await sql<{ unit_id: number }>`
    insert into portrait (run_id, unit_id, template, day)
    select ${runId}, id, ${number}, ${day}::date from unnest(${chosen.map(({ id }) => id)}::integer[]) as id
    on conflict (run_id, unit_id, template) do nothing returning unit_id`.execute(tx)
  const made = new Set(rows.map(({ unit_id }) => unit_id))
  const units = chosen.filter(({ id }) => made.has(id))
  return { run: { id: run.id, title: run.title }, units, before: chosen.length - units.length }
}
