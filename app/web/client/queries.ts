import {
  MutationCache,
  QueryCache,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from './api.ts'
import { ApiError, isNowhere } from './api-error.ts'
import type { Answer, ListOperation, Operation, Request } from './contract-types.ts'

const FRESH = 15_000

/** `signedOut` is called when the server no longer knows the session. */
export function createQueryClient(signedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.code === 'not-signed-in') signedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // Asking again helps against a network or a restart, never against a refusal.
      queries: { staleTime: FRESH, retry: (times, error) => times < 2 && mayPass(error) },
      mutations: { retry: false },
    },
  })
}

function mayPass(error: Error): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 502)
}

/** What an operation answers, kept and refreshed; `enabled: false` waits. */
export function useAnswer<K extends Operation>(
  operation: K,
  request: Request<K>,
  {
    enabled = true,
    every,
    ofPage = false,
  }: {
    enabled?: boolean
    every?: number | ((answer: Answer<K> | undefined) => number | false)
    /** The page is about this alone: where it is not there, or not the reader's to see, the page says so and nothing else. */
    ofPage?: boolean
  } = {},
) {
  return useQuery<Answer<K>, ApiError>({
    queryKey: [operation, request],
    queryFn: ({ signal }) => api(operation, { ...request, signal }),
    enabled,
    // What was read before stays: it may have been removed by the reader's own hand a moment ago.
    throwOnError: (error, { state }) => ofPage && state.data === undefined && isNowhere(error),
    ...(every === undefined
      ? {}
      : { refetchInterval: typeof every === 'number' ? every : q => every(q.state.data) }),
  })
}

/** A list that is read page after page by its cursor. */
export function useList<K extends ListOperation>(operation: K, request: Request<K>) {
  return useInfiniteQuery<Answer<K>, ApiError, { pages: Answer<K>[] }, unknown[], string | null>({
    queryKey: [operation, request],
    queryFn: ({ signal, pageParam }) => {
      const query = {
        ...(request.query as object | undefined),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      }
      return api(operation, { ...request, query, signal } as unknown as Request<K>)
    },
    initialPageParam: null,
    getNextPageParam: page => (page as { next: string | null }).next,
    placeholderData: before => before,
  })
}

/** A change; afterwards everything shown is asked for anew, since one change may move many lists. */
export function useChange<K extends Operation>(operation: K, { keep = false }: { keep?: boolean } = {}) {
  const client = useQueryClient()
  return useMutation<Answer<K>, ApiError, Request<K>>({
    mutationFn: request => api(operation, request),
    onSuccess: async () => {
      if (!keep) await client.invalidateQueries()
    },
  })
}
