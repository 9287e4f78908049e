import type { Locale } from '../../../messages/format.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { RemarkSource } from './choose-remarks.ts'
import { cutPage, readPosition, writePosition } from './cut-page.ts'
import { presentRemark, presentTold, type RemarkView } from './present-remarks.ts'
import { readRemarks, type Wanted } from './read-remarks.ts'

export interface RemarkPage {
  readonly items: RemarkView[]
  readonly next: string | null
  readonly total: number
  /** Whether values are shown: a municipality is told the places alone. */
  readonly values: boolean
}

/** A page of everything met in these batches; memory holds the page alone. Throws `cursor-unreadable`. */
export async function pageRemarks(
  locale: Locale,
  sources: readonly RemarkSource[],
  { kind, group, cursor, limit }: Wanted & { cursor?: string | undefined; limit: number },
): Promise<RemarkPage> {
  const start = cursor === undefined ? null : readPosition(cursor)
  if (cursor !== undefined && !start) throw new ProblemError({ code: 'cursor-unreadable' })
  const segments = sources.map(({ id, told, cells }) => ({ id, size: told.length + cells }))
  const { pieces, next } = cutPage(segments, start, limit)
  const byId = new Map(sources.map(source => [source.id, source]))
  const items: RemarkView[] = []
  for (const { id, from, count } of pieces) {
    const source = byId.get(id)!
    const told = source.told.slice(from, from + count)
    items.push(...told.map(one => presentTold(locale, source, one)))
    if (told.length === count || source.path === null) continue
    const beyond = { kind, group, from: Math.max(0, from - source.told.length), count: count - told.length }
    const remarks = await readRemarks(source.path, beyond)
    items.push(...remarks.map(remark => presentRemark(locale, source, remark)))
  }
  return {
    items,
    next: next && writePosition(next),
    total: segments.reduce((sum, { size }) => sum + size, 0),
    values: sources.every(({ seesCells }) => seesCells),
  }
}
