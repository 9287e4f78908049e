import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../../../web/client/api-error.ts'

/**
 * Sends a change and asks for everything anew. Where somebody else was quicker, the page shows their version while the
 * refusal and what was typed stay in the form: pressing again is then a decision.
 */
export async function refreshWhenStale(client: QueryClient, send: () => Promise<unknown>): Promise<void> {
  try {
    await send()
  } catch (error) {
    const stale =
      error instanceof ApiError && error.problems.some(({ code }) => code === 'changed-by-another')
    if (stale) await client.invalidateQueries()
    throw error
  }
  await client.invalidateQueries()
}
