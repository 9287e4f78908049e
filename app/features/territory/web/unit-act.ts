import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Sent } from '../../../web/components/attach-files.tsx'

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

/** Orders that were sent; none is nothing. */
export function filesOf(files: readonly Sent[]): { files?: number[] } {
  return files.length > 0 ? { files: files.map(({ id }) => id) } : {}
}

/** Today as a local date. */
export function today(): string {
  return new Date().toLocaleDateString('sv')
}
