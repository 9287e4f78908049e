import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of the federal list. */
export const federalListRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/federal-list',
    staticData: { context: ['unit'], right: 'federal-list.read' },
    component: lazyRouteComponent(() => import('./federal-list-page.tsx'), 'FederalListPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/federal-list/imports',
    staticData: { right: 'federal-list.import' },
    component: lazyRouteComponent(() => import('./federal-imports-page.tsx'), 'FederalImportsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/federal-list/imports/$id',
    staticData: { right: 'federal-list.import' },
    component: lazyRouteComponent(() => import('./federal-import-page.tsx'), 'FederalImportPage'),
  }),
] as const
