import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { type UrlSearch, withoutEmpty } from '../components/url-search.ts'
import { GuestFrame } from './guest-frame.tsx'
import { sessionQuery } from './session.ts'

interface RouterContext {
  readonly queryClient: QueryClient
}

/** What the context bar keeps in the address of every page: campaign · territory · period. */
const CONTEXT = ['campaign', 'unit', 'period'] as const

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  validateSearch: (search: Record<string, unknown>): UrlSearch => withoutEmpty(search as UrlSearch),
  search: { middlewares: [retainSearchParams([...CONTEXT])] },
})

/** Pages for somebody who has not signed in: a narrow sheet with the name of the program above. */
export const guestRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'guest',
  component: GuestFrame,
})

/** Pages for signed-in people, inside the shell. Whoever is not signed in goes to the sign-in page and comes back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const { me } = await context.queryClient.ensureQueryData(sessionQuery)
    const back = location.href === '/' ? undefined : location.href
    if (!me) throw redirect({ to: '/sign-in', search: { back } })
    if (me.secondFactor.required && !(me.secondFactor.enabled && me.secondFactor.shown))
      throw redirect({ to: '/second-factor', search: { back } })
  },
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
})
