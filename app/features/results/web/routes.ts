import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of the room of results. */
export const resultsRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/imports',
    staticData: { context: ['campaign'], right: 'results.import' },
    component: lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/imports/$id',
    staticData: { right: 'results.import' },
    component: lazyRouteComponent(() => import('./batch-page.tsx'), 'BatchPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/received',
    staticData: { context: ['campaign', 'unit'], right: 'results.received' },
    component: lazyRouteComponent(() => import('./received-page.tsx'), 'ReceivedPage'),
  }),
] as const
