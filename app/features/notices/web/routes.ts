import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of the notices room. */
export const noticesRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/notices',
    component: lazyRouteComponent(() => import('./notices-page.tsx'), 'NoticesPage'),
  }),
] as const

/** Its part of «Моя работа». */
export const UnreadNotices = lazy(async () => ({
  default: (await import('./unread-notices.tsx')).UnreadNotices,
}))
