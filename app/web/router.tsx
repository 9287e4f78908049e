import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { accountsGuestRoutes, accountsRoutes } from '../features/accounts/web/routes.ts'
import { auditRoutes } from '../features/audit/web/routes.ts'
import { backupsRoutes } from '../features/backups/web/routes.ts'
import { federalListRoutes } from '../features/federal-list/web/routes.ts'
import { jobsRoutes } from '../features/jobs/web/routes.ts'
import { noticesRoutes } from '../features/notices/web/routes.ts'
import { plansRoutes, publishedPlanRoute } from '../features/plans/web/routes.ts'
import { portraitsRoutes } from '../features/portraits/web/routes.ts'
import { proceduresRoutes } from '../features/procedures/web/routes.ts'
import { resultsRoutes } from '../features/results/web/routes.ts'
import { screeningRoutes } from '../features/screening/web/routes.ts'
import { signalsRoutes } from '../features/signals/web/routes.ts'
import { territoryRoutes } from '../features/territory/web/routes.ts'
import { parseSearch, writeSearch } from './components/url-search.ts'
import { NotFound } from './pages/not-found.tsx'
import { PageBroke } from './pages/page-broke.tsx'
import { guestRoute, rootRoute, signedInRoute } from './shell/root-route.tsx'

const workRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/work-page.tsx'), 'WorkPage'),
})

/** An address that leads nowhere keeps the shell: whoever mistyped it goes on from there. Guests sign in first. */
const nowhereRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '$',
  component: NotFound,
})

const routeTree = rootRoute.addChildren([
  guestRoute.addChildren(accountsGuestRoutes),
  publishedPlanRoute,
  signedInRoute.addChildren([
    workRoute,
    ...territoryRoutes,
    ...proceduresRoutes,
    ...federalListRoutes,
    ...resultsRoutes,
    ...screeningRoutes,
    ...signalsRoutes,
    ...plansRoutes,
    ...portraitsRoutes,
    ...accountsRoutes,
    ...auditRoutes,
    ...backupsRoutes,
    ...jobsRoutes,
    ...noticesRoutes,
    nowhereRoute,
  ]),
])

/** Every page of the app; each is fetched when it is first opened, and begun on while the pointer nears its link. */
export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: PageBroke,
    defaultNotFoundComponent: NotFound,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
