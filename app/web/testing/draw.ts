import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { vi } from 'vitest'
import type { Operation } from '../client/contract-types.ts'
import { speak } from '../messages/say.ts'
import { sessionQuery } from '../shell/session.ts'

/** What the server would have answered: an operation, what was asked of it, its answer. */
export type Answered = readonly [operation: Operation, request: object, answer: unknown]

/** Pages speak Russian from here on; the language of the document, which is not there, is told to nobody. */
export async function speakRussian(): Promise<void> {
  vi.stubGlobal('document', { documentElement: {} })
  await speak('ru')
  vi.unstubAllGlobals()
}

/** One page of a list, as `useList` keeps it. */
export function pageOf<Item>(items: readonly Item[]): { pages: unknown[]; pageParams: null[] } {
  return { pages: [{ items, next: null, total: items.length }], pageParams: [null] }
}

/**
 * The words of a part of a page without a browser, drawn from answers that have come already: text alone, tags between lines.
 * `path` is that of its route below `/signed-in`, filled in.
 */
export async function draw<P extends object>(
  part: FunctionComponent<P>,
  props: P,
  answers: readonly Answered[] = [],
  { path = '/', url = '/' }: { readonly path?: string; readonly url?: string } = {},
): Promise<string> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  client.setQueryData(sessionQuery.queryKey, { me: { rights: [] } } as never)
  for (const [operation, request, answer] of answers) client.setQueryData([operation, request], answer)
  const root = createRootRoute()
  const signedIn = createRoute({ id: 'signed-in', getParentRoute: () => root })
  const page = createRoute({
    path,
    getParentRoute: () => signedIn,
    component: () => createElement(part, props),
  })
  const router = createRouter({
    isServer: true,
    routeTree: root.addChildren([signedIn.addChildren([page])]),
    history: createMemoryHistory({ initialEntries: [url] }),
  })
  await router.load()
  const drawn = renderToStaticMarkup(
    createElement(
      MantineProvider,
      null,
      createElement(QueryClientProvider, { client }, createElement(RouterProvider, { router } as never)),
    ),
  )
  return drawn.replace(/<[^>]*>/g, '\n').replace(/\n+/g, '\n')
}
