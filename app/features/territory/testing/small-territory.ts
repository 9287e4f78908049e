import type { Database, Scope } from '../../../platform/database/index.ts'
import { createUnit } from '../store/create-unit.ts'

/** The day on which these tests stand. */
export const TODAY = '2026-11-22'

export interface SmallTerritory {
  readonly west: number
  readonly east: number
  /** Школа № 2, Школа № 10 and Лицей «Ёлка» of the west; Школа № 1 of the east. */
  readonly second: number
  readonly tenth: number
  readonly lyceum: number
  readonly eastern: number
}

export const wholeRegion: Scope = { accountId: 'p-region', role: 'administrator', grantId: 1, unitPath: '1.' }

export function scopeOf(path: string, role = 'administrator'): Scope {
  return { accountId: `p-${path}`, role, grantId: 1, unitPath: path }
}

/** Two municipalities and four schools under the root unit. */
export async function plantSmallTerritory(database: Database): Promise<SmallTerritory> {
  return database.as(wholeRegion, async tx => {
    const west = await createUnit(tx, {
      kind: 'municipality',
      parentId: 1,
      name: 'Западный район',
      code: 'reg99_m001',
    })
    const east = await createUnit(tx, {
      kind: 'municipality',
      parentId: 1,
      name: 'Восточный район',
      code: 'reg99_m002',
    })
    const school = (parentId: number, name: string, login: string, tags: string[] = []) =>
      createUnit(tx, { kind: 'school', parentId, name, login, schoolKind: 'СОШ', locality: 'село', tags })
    return {
      west,
      east,
      second: await school(west, 'Школа № 2', 'sch990002'),
      tenth: await school(west, 'Школа № 10', 'sch990010'),
      lyceum: await school(west, 'Лицей «Ёлка»', 'edu990003', ['контроль объективности']),
      eastern: await school(east, 'Школа № 1', 'sch990001'),
    }
  })
}
