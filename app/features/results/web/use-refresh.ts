import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

const EVERY = 1500

/** Asks again while something is being read, and not otherwise. */
export function useRefreshWhileReading(batches: readonly { readonly state: string }[]): void {
  const client = useQueryClient()
  const going = batches.some(({ state }) => state === 'waiting' || state === 'reading')
  useEffect(() => {
    if (!going) return
    const timer = setInterval(() => {
      for (const operation of ['GET /api/imports', 'GET /api/imports/summary', 'GET /api/imports/:id'])
        void client.invalidateQueries({ queryKey: [operation] })
    }, EVERY)
    return () => {
      clearInterval(timer)
      // The last look: what was read in the meantime changes counts and remarks as well.
      void client.invalidateQueries()
    }
  }, [going, client])
}
