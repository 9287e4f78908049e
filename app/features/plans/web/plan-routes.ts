import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute, signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of plans. */
export const planRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plans',
    staticData: { context: ['unit'], right: 'plan.read' },
    component: lazyRouteComponent(() => import('./plans-page.tsx'), 'PlansPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plans/import',
    staticData: { right: 'plan.edit' },
    component: lazyRouteComponent(() => import('./import-plan-page.tsx'), 'ImportPlanPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plans/new',
    staticData: { right: 'plan.edit' },
    component: lazyRouteComponent(() => import('./new-plan-page.tsx'), 'NewPlanPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/plans/$id',
    staticData: { right: 'plan.read' },
    component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
  }),
] as const

/** A plan that its owner shows to everybody: neither signing in nor the shell. */
export const publishedPlanRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/published-plans/$token',
  component: lazyRouteComponent(() => import('./public-plan-page.tsx'), 'PublicPlanPage'),
})
