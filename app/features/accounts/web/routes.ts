import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { guestRoute, signedInRoute } from '../../../web/shell/root-route.tsx'

/** Pages of the accounts room for people who have not signed in. */
export const accountsGuestRoutes = [
  createRoute({
    getParentRoute: () => guestRoute,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => guestRoute,
    path: '/second-factor',
    component: lazyRouteComponent(() => import('./second-factor-page.tsx'), 'SecondFactorPage'),
  }),
  createRoute({
    getParentRoute: () => guestRoute,
    path: '/invitation/$token',
    component: lazyRouteComponent(() => import('./invitation-page.tsx'), 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => guestRoute,
    path: '/setup/$token',
    component: lazyRouteComponent(() => import('./setup-page.tsx'), 'SetupPage'),
  }),
  createRoute({
    getParentRoute: () => guestRoute,
    path: '/password-reset/$token',
    component: lazyRouteComponent(() => import('./password-reset-page.tsx'), 'PasswordResetPage'),
  }),
] as const

/** Pages of the accounts room inside the shell. */
export const accountsRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/people',
    staticData: { context: ['unit'], right: 'person.read' },
    component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/people/$id',
    staticData: { right: 'person.read' },
    component: lazyRouteComponent(() => import('./person-page.tsx'), 'PersonPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/people/invite',
    staticData: { right: 'person.invite' },
    component: lazyRouteComponent(() => import('./invite-page.tsx'), 'InvitePage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/access',
    component: lazyRouteComponent(() => import('./access-page.tsx'), 'AccessPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/settings',
    staticData: { right: 'setting.read' },
    component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: '/me',
    component: lazyRouteComponent(() => import('./profile-page.tsx'), 'ProfilePage'),
  }),
] as const
