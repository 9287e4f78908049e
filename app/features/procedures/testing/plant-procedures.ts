import type { Database, Scope } from '../../../platform/database/index.ts'

export interface ProceduresAt {
  readonly west: { readonly id: number; readonly path: string }
  readonly east: { readonly id: number; readonly path: string }
  /** A school of the west. */
  readonly school: { readonly id: number; readonly path: string }
}

/** The analyst of the region. */
export const REGION: Scope = { accountId: 'p-analyst', role: 'analyst', grantId: 1, unitPath: '1.' }

export function scopeAt(unitPath: string): Scope {
  return { accountId: `p-${unitPath}`, role: 'head', grantId: 2, unitPath }
}

/** Two municipalities and a school under the root unit. */
export async function plantProcedures(database: Database): Promise<ProceduresAt> {
  return database.asSystem('system:test', async tx => {
    const unit = (parent_id: number, kind: 'municipality' | 'school', name: string, digits: string | null) =>
      tx
        .insertInto('unit')
        .values({ parent_id, kind, name, digits, login: digits && `edu${digits}` })
        .returning(['id', 'path'])
        .executeTakeFirstOrThrow()
    const west = await unit(1, 'municipality', 'Западный район', null)
    const east = await unit(1, 'municipality', 'Восточный район', null)
    return { west, east, school: await unit(west.id, 'school', 'Школа № 1', '990001') }
  })
}
