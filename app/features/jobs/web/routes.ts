import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of the jobs room. */
export const jobsRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/jobs',
    staticData: { right: 'job.read' },
    component: lazyRouteComponent(() => import('./jobs-page.tsx'), 'JobsPage'),
  }),
] as const

/** Its part of «Моя работа». */
export const LastJobs = lazy(async () => ({ default: (await import('./last-jobs.tsx')).LastJobs }))
