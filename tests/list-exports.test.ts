import { describe, expect, it } from 'vitest'
import { contract } from '../app/contract.ts'
import type { Endpoint } from '../app/platform/http/index.ts'

type Shape = Readonly<Record<string, unknown>>
const shapeOf = (schema: Endpoint['query']): Shape => (schema as { shape?: Shape } | undefined)?.shape ?? {}
const endpoints = contract as Readonly<Record<string, Endpoint>>

/** Endpoints that answer page by page: rows, and where the next begin. */
const lists = Object.keys(endpoints).filter(name => {
  const shape = shapeOf(endpoints[name].response)
  return name.startsWith('GET ') && 'items' in shape && 'next' in shape
})

/** Lists without a spreadsheet of their own under the same name, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'GET /api/units': 'leaves as the registry: GET /api/registry/export.xlsx',
  'GET /api/campaigns/:id/terms': 'a sheet of the campaign: GET /api/campaigns/:id/export.xlsx',
  'GET /api/signals/:id/case': 'rows of participants are read in an opened case and nowhere else',
  'GET /api/history/:subject/:id': 'the same lines leave with the log: GET /api/audit/export.xlsx',
  'GET /api/jobs': 'work of one’s own, gone after a while',
  'GET /api/notices': 'what one was told oneself',
  'GET /api/portraits/archives': 'each is a file to be saved; its inventory stands inside',
}
/** How a page is asked for and laid out, which a whole list is not. */
const PAGING = new Set(['cursor', 'limit', 'sort', 'fold'])
const filtersOf = (query: Endpoint['query']) =>
  Object.keys(shapeOf(query))
    .filter(name => !PAGING.has(name))
    .toSorted()

describe('a list', () => {
  it('leaves as a spreadsheet, or it is said why not', () => {
    expect(lists.length).toBeGreaterThan(15)
    const without = lists.filter(list => !endpoints[`${list}/export.xlsx`]?.download)
    expect(without.toSorted()).toEqual(Object.keys(OTHERWISE).toSorted())
  })

  it.each(lists.filter(list => !(list in OTHERWISE)))(
    '%s leaves for the same people, by the same filters',
    list => {
      const { access, query } = endpoints[list]
      const left = endpoints[`${list}/export.xlsx`]
      expect({ access: left.access, filters: filtersOf(left.query) }).toEqual({
        access,
        filters: filtersOf(query),
      })
    },
  )
})
