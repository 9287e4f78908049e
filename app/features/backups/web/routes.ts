import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of the backups room. */
export const backupsRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/backups',
    staticData: { right: 'backup.make' },
    component: lazyRouteComponent(() => import('./backups-page.tsx'), 'BackupsPage'),
  }),
] as const
