import type { UrlSearch } from '../components/url-search.ts'

/** Parts that the router itself keeps from page to page. */
const CONTEXT: ReadonlySet<string> = new Set(['campaign', 'unit', 'period'])

const kept = new Map<string, UrlSearch>()

/** Keeps with what filters and sort a page was left, for this tab and as long as it is not loaded anew. */
export function keepSearch(path: string, search: UrlSearch): void {
  kept.set(path, Object.fromEntries(Object.entries(search).filter(([name]) => !CONTEXT.has(name))))
}

/** The filters and sort that a list was left with; nothing for one that was not seen yet. */
export function lastSearch(path: string | undefined): UrlSearch {
  return kept.get(path ?? '') ?? {}
}

/** Another person, or another role: nothing seen before may lead the way. */
export function forgetSearches(): void {
  kept.clear()
}
