import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** Shelves of «Моя работа»: what concerns the reader's signals. */
export const SignalShelf = lazy(async () => ({ default: (await import('./signal-shelf.tsx')).SignalShelf }))

/** Pages of the room of signals. */
export const signalsRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/signals',
    staticData: { context: ['campaign', 'unit'], right: 'signal.read' },
    component: lazyRouteComponent(() => import('./signals-page.tsx'), 'SignalsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/signals/$id',
    staticData: { right: 'signal.read' },
    component: lazyRouteComponent(() => import('./signal-page.tsx'), 'SignalPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/signals/$id/case',
    staticData: { right: 'participant.read' },
    component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
  }),
] as const
