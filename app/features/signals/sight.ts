import type { Scope } from '../../platform/database/index.ts'
import { isInside, levelOf } from './rules.ts'
import type { Sight } from './shown-findings.ts'

/** What this reader sees of a signal of the school at this path. */
export function sightOf({ role, unitPath }: Pick<Scope, 'role' | 'unitPath'>, schoolPath: string): Sight {
  const level = levelOf(unitPath, schoolPath)
  return { small: isInside(role, level), others: level === 'region' }
}
