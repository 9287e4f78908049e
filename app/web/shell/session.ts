import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { api } from '../client/api.ts'
import type { ApiError } from '../client/api-error.ts'
import type { Answer } from '../client/contract-types.ts'

export type Session = Answer<'GET /api/session'>
export type Me = NonNullable<Session['me']>
export type Right = Me['rights'][number]
export type Grant = Me['grants'][number]

const FRESH = 60_000

/** Who is signed in; every page waits for it, so it is asked once and kept. */
export const sessionQuery = queryOptions<Session, ApiError>({
  queryKey: ['GET /api/session', {}],
  queryFn: ({ signal }) => api('GET /api/session', { signal }),
  staleTime: FRESH,
})

/** The signed-in person; only inside pages that need one (the guard of the route has seen to it). */
export function useMe(): Me {
  const { me } = useSuspenseQuery(sessionQuery).data
  if (!me) throw new Error('A page for signed-in people was drawn for nobody')
  return me
}

/** Whether the acting role has a right: what a person may not do is not offered. The server decides anyway. */
export function useMay(): (right: Right) => boolean {
  const { rights } = useMe()
  return right => rights.includes(right)
}

/** The grant one acts through now. */
export function actingGrant(me: Me): Grant | undefined {
  return me.grants.find(grant => grant.id === me.grantId)
}
