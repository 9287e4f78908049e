import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** A shelf of «Моя работа»: remarks that wait for a decision. */
export const PortraitShelf = lazy(async () => ({
  default: (await import('./portrait-shelf.tsx')).PortraitShelf,
}))

/** Pages of the room of portraits. */
export const portraitsRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/portraits',
    staticData: { context: ['unit'], right: 'portrait.read' },
    component: lazyRouteComponent(() => import('./portraits-page.tsx'), 'PortraitsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/portraits/template',
    staticData: { right: 'portrait.read' },
    component: lazyRouteComponent(() => import('./template-page.tsx'), 'TemplatePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/portraits/remarks',
    staticData: { context: ['unit'], right: 'portrait.read' },
    component: lazyRouteComponent(() => import('./remarks-page.tsx'), 'RemarksPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/portraits/archives',
    staticData: { right: 'portrait.make' },
    component: lazyRouteComponent(() => import('./archives-page.tsx'), 'ArchivesPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/portraits/$run/$unit',
    staticData: { right: 'portrait.read' },
    component: lazyRouteComponent(() => import('./portrait-page.tsx'), 'PortraitPage'),
  }),
] as const
