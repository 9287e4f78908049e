import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { isRegion } from '../../accounts/index.ts'
import { readDoneRun } from '../../screening/index.ts'
import type { Standing } from '../standing.ts'
import type { Audience, PortraitLevel } from '../types.ts'
import { readTemplate, type TemplateVersion } from './templates.ts'

/** A portrait that was sent to its unit. */
export interface SentPortrait {
  readonly id: number
  readonly template: number
  readonly day: string
  readonly sentBy: string
  readonly sentAt: Date
  /** The tree under which it was sent, and how what goes on stood then; null in one that was sent before these were kept. */
  readonly tree: number | null
  readonly stood: Standing | null
}

/** A portrait that its reader may see: whose, for whose eyes, under which template. */
export interface OpenedPortrait {
  readonly unit: { readonly id: number; readonly name: string; readonly path: string }
  readonly level: PortraitLevel
  readonly run: {
    readonly id: number
    readonly title: string
    readonly published: boolean
    readonly undone: boolean
  }
  readonly audience: Audience
  readonly sent: SentPortrait | null
  readonly template: TemplateVersion
}

/**
 * Proves, in the reader's own scope, that a portrait may be read. The region's offices read every portrait of a run that they
 * see; below the region a portrait is read once it was sent. The run that is published shows a school its own numbers
 * already, but a portrait is a document: it is signed and taken to a meeting, so which version of it a unit has in hand,
 * and since when, must be known. Throws `not-found`, `run-not-done`.
 */
export async function openPortrait(
  tx: Tx,
  { scope }: Pick<Actor, 'scope'>,
  runId: number,
  unitId: number,
): Promise<OpenedPortrait> {
  const run = await readDoneRun(tx, runId)
  const { rows } = await sql<{ id: number; name: string; path: string; kind: string }>`
    select id, name, path, kind from unit where id = ${unitId} and app.in_scope(path)`.execute(tx)
  const [unit] = rows
  if (!unit || unit.kind === 'class') throw new ProblemError({ code: 'not-found' })
  const sent = await readSent(tx, runId, unitId)
  const isOfRegion = isRegion(scope.unitPath)
  if (!sent && !isOfRegion) throw new ProblemError({ code: 'not-found' })
  const isOwn = unit.kind === 'school' && scope.unitPath === unit.path
  return {
    unit: { id: unit.id, name: unit.name, path: unit.path },
    level: unit.kind as PortraitLevel,
    run: {
      id: run.id,
      title: run.title,
      published: run.published_at !== null,
      undone: run.data_undone_at !== null,
    },
    // As everywhere: few pupils are seen by the school itself and by the region's analyst.
    audience:
      unit.kind === 'school' && (isOwn || (isOfRegion && scope.role === 'analyst')) ? 'school' : 'territory',
    sent,
    template: await readTemplate(tx, sent?.template),
  }
}

/** The last that was sent to the unit, as far as the reader may see it. */
async function readSent(tx: Tx, runId: number, unitId: number): Promise<SentPortrait | null> {
  const row = await tx
    .selectFrom('portrait')
    .select(['id', 'template', 'day', 'sent_by as sentBy', 'sent_at as sentAt', 'tree_id as tree', 'stood'])
    .where('run_id', '=', runId)
    .where('unit_id', '=', unitId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
