import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of the room of screening. */
export const screeningRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/region',
    staticData: { context: ['campaign', 'unit'], right: 'run.read' },
    component: lazyRouteComponent(() => import('./region-page.tsx'), 'RegionPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/runs',
    staticData: { context: ['campaign'], right: 'run.read' },
    component: lazyRouteComponent(() => import('./runs-page.tsx'), 'RunsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/runs/new',
    staticData: { context: ['campaign'], right: 'run.start' },
    component: lazyRouteComponent(() => import('./new-run-page.tsx'), 'NewRunPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/runs/compare',
    staticData: { context: ['unit'], right: 'run.read' },
    component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/runs/$id',
    staticData: { context: ['unit'], right: 'run.read' },
    component: lazyRouteComponent(() => import('./run-page.tsx'), 'RunPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/definitions',
    staticData: { right: 'run.read' },
    component: lazyRouteComponent(() => import('./definitions-page.tsx'), 'DefinitionsPage'),
  }),
] as const
