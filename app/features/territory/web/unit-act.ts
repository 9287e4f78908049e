import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

/** What follows an act on a unit: everything shown is asked for anew, and one stands on the unit's page. */
export function useActDone(id: number): () => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await client.invalidateQueries()
    await navigate({ to: '/units/$id', params: { id: String(id) } })
  }
}

/** An empty reason is none. */
export function reasonOf(text: string): { reason?: string } {
  return text.trim() ? { reason: text.trim() } : {}
}

/** Today as a local date. */
export function today(): string {
  return new Date().toLocaleDateString('sv')
}
