import { sql } from 'kysely'
import { nameAct } from '../../../platform/audit/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { SECTIONS, type SectionId } from '../types.ts'

export interface TemplateVersion {
  readonly number: number
  readonly off: readonly SectionId[]
  readonly switchedOff: readonly SectionId[]
  readonly switchedOn: readonly SectionId[]
  readonly changes: string | null
  readonly createdAt: Date | null
  readonly createdBy: string | null
}

/** Without them nobody could say whose portrait it is, nor how to read it. */
export const ALWAYS: ReadonlySet<SectionId> = new Set(['header', 'notes'])

const FIRST: TemplateVersion = {
  ...{ number: 1, off: [], switchedOff: [], switchedOn: [] },
  ...{ changes: null, createdAt: null, createdBy: null },
}

/** Every version, the latest first; each with what it switched off and on beside the one before. */
export async function listTemplates(tx: Tx): Promise<TemplateVersion[]> {
  const rows = await tx.selectFrom('portrait_template').selectAll().orderBy('number').execute()
  const versions = [FIRST]
  for (const row of rows) {
    const before = versions.at(-1)!.off
    const off = SECTIONS.filter(id => row.switched_off.includes(id))
    versions.push({
      number: row.number,
      off,
      switchedOff: off.filter(id => !before.includes(id)),
      switchedOn: before.filter(id => !off.includes(id)),
      changes: row.changes,
      createdAt: row.created_at,
      createdBy: row.created_by,
    })
  }
  return versions.reverse()
}

/** One version, or the latest. Throws `not-found`. */
export async function readTemplate(tx: Tx, number?: number): Promise<TemplateVersion> {
  const versions = await listTemplates(tx)
  const found = number === undefined ? versions[0] : versions.find(one => one.number === number)
  if (!found) throw new ProblemError({ code: 'not-found' })
  return found
}

export interface NewTemplate {
  readonly basedOn: number
  readonly off: readonly SectionId[]
  readonly changes: string
}

/** The next version. Throws `changed-by-another`, `portrait-section-needed`, `portrait-template-same`. */
export async function makeTemplate(tx: Tx, { basedOn, off, changes }: NewTemplate): Promise<number> {
  if (off.some(id => ALWAYS.has(id))) throw new ProblemError({ code: 'portrait-section-needed' })
  const current = await readTemplate(tx)
  if (current.number !== basedOn) throw new ProblemError({ code: 'changed-by-another' })
  const chosen = SECTIONS.filter(id => off.includes(id))
  if (chosen.join() === current.off.join()) throw new ProblemError({ code: 'portrait-template-same' })
  await nameAct(tx, 'portrait.template')
  const { rows } = await sql<{ number: number }>`
    insert into portrait_template (unit_id, number, switched_off, changes)
    values ((select id from unit where path = app.scope()), ${basedOn + 1}, ${chosen}::text[], ${changes})
    on conflict (unit_id, number) do nothing returning number`.execute(tx)
  if (rows.length === 0) throw new ProblemError({ code: 'changed-by-another' })
  return rows[0].number
}
