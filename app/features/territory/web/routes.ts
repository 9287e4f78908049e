import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of the territory room. */
export const territoryRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/units',
    staticData: { context: ['unit'] },
    component: lazyRouteComponent(() => import('./units-page.tsx'), 'UnitsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/units/$id',
    staticData: { context: ['period'] },
    component: lazyRouteComponent(() => import('./unit-page.tsx'), 'UnitPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/units/new',
    component: lazyRouteComponent(() => import('./new-unit-page.tsx'), 'NewUnitPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/units/$id/classes',
    component: lazyRouteComponent(() => import('./new-classes-page.tsx'), 'NewClassesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/units/$id/edit',
    component: lazyRouteComponent(() => import('./edit-unit-page.tsx'), 'EditUnitPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/registry',
    component: lazyRouteComponent(() => import('./registry-page.tsx'), 'RegistryPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/registry/$id',
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
  }),
] as const
