import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of the room of procedures. */
export const proceduresRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/campaigns',
    component: lazyRouteComponent(() => import('./campaigns-page.tsx'), 'CampaignsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/campaigns/new',
    component: lazyRouteComponent(() => import('./new-campaign-page.tsx'), 'NewCampaignPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/campaigns/$id',
    component: lazyRouteComponent(() => import('./campaign-page.tsx'), 'CampaignPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/campaigns/$id/edit',
    component: lazyRouteComponent(() => import('./edit-campaign-page.tsx'), 'EditCampaignPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/campaigns/$id/assessments',
    component: lazyRouteComponent(() => import('./add-assessments-page.tsx'), 'AddAssessmentsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/campaigns/$id/terms',
    component: lazyRouteComponent(() => import('./terms-page.tsx'), 'TermsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/assessments/$id',
    component: lazyRouteComponent(() => import('./assessment-page.tsx'), 'AssessmentPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/specifications',
    component: lazyRouteComponent(() => import('./specifications-page.tsx'), 'SpecificationsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/specifications/new',
    component: lazyRouteComponent(() => import('./new-specification-page.tsx'), 'NewSpecificationPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/specifications/upload',
    component: lazyRouteComponent(
      () => import('./upload-specifications-page.tsx'),
      'UploadSpecificationsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/specifications/$id',
    component: lazyRouteComponent(() => import('./specification-page.tsx'), 'SpecificationPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/specifications/$id/edit',
    component: lazyRouteComponent(() => import('./edit-specification-page.tsx'), 'EditSpecificationPage'),
  }),
] as const
