import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useUrlSearch } from '../../../web/components/url-search.ts'

/** Goes on into the app after signing in: back to the page that was asked for, or to «Моя работа». */
export function useComeIn(): () => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [{ back }] = useUrlSearch()
  return async () => {
    client.clear()
    // Only a page of our own: an address given from outside could lead to another site.
    const own = back?.startsWith('/') && !back.startsWith('//') && !back.startsWith('/\\')
    await navigate({ href: own ? back : '/' })
  }
}
