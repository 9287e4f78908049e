import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of the audit room. */
export const auditRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/audit',
    staticData: { context: ['unit'], right: 'audit.read' },
    component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
  }),
] as const
