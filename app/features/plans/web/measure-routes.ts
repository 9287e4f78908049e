import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of measures, whichever plan they belong to. */
export const measureRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/measures',
    staticData: { context: ['unit'], right: 'plan.read' },
    component: lazyRouteComponent(() => import('./measures-page.tsx'), 'MeasuresPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/measures/$id',
    staticData: { right: 'plan.read' },
    component: lazyRouteComponent(() => import('./measure-page.tsx'), 'MeasurePage'),
  }),
] as const
