import { expect, it } from 'vitest'
import { contract } from '../contract.ts'
import { accountsRoutes } from '../features/accounts/web/routes.ts'
import { auditRoutes } from '../features/audit/web/routes.ts'
import { backupsRoutes } from '../features/backups/web/routes.ts'
import { federalListRoutes } from '../features/federal-list/web/routes.ts'
import { jobsRoutes } from '../features/jobs/web/routes.ts'
import { noticesRoutes } from '../features/notices/web/routes.ts'
import { plansRoutes } from '../features/plans/web/routes.ts'
import { portraitsRoutes } from '../features/portraits/web/routes.ts'
import { proceduresRoutes } from '../features/procedures/web/routes.ts'
import { resultsRoutes } from '../features/results/web/routes.ts'
import { screeningRoutes } from '../features/screening/web/routes.ts'
import { signalsRoutes } from '../features/signals/web/routes.ts'
import { territoryRoutes } from '../features/territory/web/routes.ts'

/** Pages for everybody who has signed in. */
const FOR_ALL = ['/access', '/me', '/notices', '/units', '/units/$id']

interface Page {
  readonly path: string
  readonly right: string | undefined
}

const pages: readonly Page[] = [
  ...accountsRoutes,
  ...auditRoutes,
  ...backupsRoutes,
  ...federalListRoutes,
  ...jobsRoutes,
  ...noticesRoutes,
  ...plansRoutes,
  ...portraitsRoutes,
  ...proceduresRoutes,
  ...resultsRoutes,
  ...screeningRoutes,
  ...signalsRoutes,
  ...territoryRoutes,
].map(route => {
  const { path, staticData } = route.options as { path: string; staticData?: { right?: string } }
  return { path, right: staticData?.right }
})

it('every page names the right it is for, so that a stranger sees the refusal and no filters over it', () => {
  const open = pages.filter(({ right }) => right === undefined).map(({ path }) => path)
  expect(open.sort()).toEqual(FOR_ALL)
  const used = new Set<string>(Object.values(contract).map(({ access }) => access))
  const unknown = pages.filter(({ right }) => right !== undefined && !used.has(right))
  expect(unknown).toEqual([])
})
