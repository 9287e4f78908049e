import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of the room of procedures. */
export const proceduresRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/campaigns',
    staticData: { right: 'procedure.read' },
    component: lazyRouteComponent(() => import('./campaigns-page.tsx'), 'CampaignsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/campaigns/new',
    staticData: { right: 'procedure.edit' },
    component: lazyRouteComponent(() => import('./new-campaign-page.tsx'), 'NewCampaignPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/campaigns/$id',
    staticData: { right: 'procedure.read' },
    component: lazyRouteComponent(() => import('./campaign-page.tsx'), 'CampaignPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/campaigns/$id/edit',
    staticData: { right: 'procedure.edit' },
    component: lazyRouteComponent(() => import('./edit-campaign-page.tsx'), 'EditCampaignPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/campaigns/$id/assessments',
    staticData: { right: 'procedure.edit' },
    component: lazyRouteComponent(() => import('./add-assessments-page.tsx'), 'AddAssessmentsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/campaigns/$id/terms',
    staticData: { right: 'procedure.edit' },
    component: lazyRouteComponent(() => import('./terms-page.tsx'), 'TermsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/assessments/$id',
    staticData: { right: 'procedure.read' },
    component: lazyRouteComponent(() => import('./assessment-page.tsx'), 'AssessmentPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/specifications',
    staticData: { right: 'procedure.read' },
    component: lazyRouteComponent(() => import('./specifications-page.tsx'), 'SpecificationsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/specifications/new',
    staticData: { right: 'procedure.edit' },
    component: lazyRouteComponent(() => import('./new-specification-page.tsx'), 'NewSpecificationPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/specifications/upload',
    staticData: { right: 'procedure.edit' },
    component: lazyRouteComponent(
      () => import('./upload-specifications-page.tsx'),
      'UploadSpecificationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/specifications/$id',
    staticData: { right: 'procedure.read' },
    component: lazyRouteComponent(() => import('./specification-page.tsx'), 'SpecificationPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/specifications/$id/edit',
    staticData: { right: 'procedure.edit' },
    component: lazyRouteComponent(() => import('./edit-specification-page.tsx'), 'EditSpecificationPage'),
  }),
] as const
