import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'

export type Level = 'region' | 'municipality' | 'school'

/** At what a reader looks, and what they are shown there. */
export interface View {
  readonly unit: { readonly id: number; readonly name: string; readonly path: string }
  readonly level: Level
  /** Results of fewer than five pupils: the school itself and the region's analyst. */
  readonly small: boolean
}

/**
 * The unit that is looked at: the one named, or the reader's own. A unit above the reader's (an address that somebody of the
 * region has sent) is taken for their own. Throws ProblemError `not-found` for any other out of reach.
 */
export async function viewOf(
  tx: Tx,
  { scope }: Pick<Actor, 'scope'>,
  under: number | undefined,
): Promise<View> {
  const units = await tx
    .selectFrom('unit')
    .select(['id', 'kind', 'name', 'path'])
    .where(eb =>
      eb.or([eb('path', '=', scope.unitPath), ...(under === undefined ? [] : [eb('id', '=', under)])]),
    )
    .execute()
  const own = units.find(({ path }) => path === scope.unitPath)
  const named = under === undefined ? own : units.find(({ id }) => id === under)
  if (!own || !named) throw new ProblemError({ code: 'not-found' })
  const unit = scope.unitPath.startsWith(named.path) ? own : named
  const level = unit.kind
  if (level === 'class') throw new ProblemError({ code: 'not-found' })
  return {
    unit: { id: unit.id, name: unit.name, path: unit.path },
    level,
    small: own.kind === 'school' || (scope.role === 'analyst' && own.kind === 'region'),
  }
}

/** Paths of everything at and below a unit: from the first, up to and without the second. */
export function below({ path }: View['unit']): readonly [string, string] {
  return [path, `${path.slice(0, -1)}/`]
}
