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
    staticData: { right: 'unit.edit' },
    component: lazyRouteComponent(() => import('./new-unit-page.tsx'), 'NewUnitPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/units/$id/classes',
    staticData: { right: 'unit.edit' },
    component: lazyRouteComponent(() => import('./new-classes-page.tsx'), 'NewClassesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/units/$id/edit',
    staticData: { right: 'unit.edit' },
    component: lazyRouteComponent(() => import('./edit-unit-page.tsx'), 'EditUnitPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/registry',
    staticData: { right: 'registry.import' },
    component: lazyRouteComponent(() => import('./registry-page.tsx'), 'RegistryPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/registry/$id',
    staticData: { right: 'registry.import' },
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
  }),
] as const
