import { useNavigate, useSearch } from '@tanstack/react-router'

/** What stands behind «?» in the address: words only, so that an address is readable and can be typed. */
export type UrlSearch = Readonly<Record<string, string | undefined>>

/** The filters, sort and context of the page, kept in its address, and a way to change some of them. */
export function useUrlSearch(): [UrlSearch, (changes: UrlSearch) => void] {
  const search = useSearch({ strict: false }) as UrlSearch
  const navigate = useNavigate()
  const change = (changes: UrlSearch) =>
    void navigate({
      to: '.',
      search: ((before: UrlSearch) => withoutEmpty({ ...before, ...changes })) as never,
      replace: true,
      resetScroll: false,
    })
  return [search, change]
}

export function withoutEmpty(search: UrlSearch): UrlSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''))
}

/** `?kind=school&q=лицей` read as words; no JSON, no types guessed from digits. */
export function parseSearch(text: string): UrlSearch {
  return Object.fromEntries(new URLSearchParams(text))
}

export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  )
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}
