import type { Block } from '../../../documents/report/index.ts'
import { drawFigure, funnelOf, halfWidth, hasHighMean, setName } from '../../screening/threads.ts'
import type { OfTerritory } from '../asked.ts'
import { figure, heading, interval, left, number, right, sentence, table, text } from '../blocks.ts'
import { compareNames } from '../context.ts'

/** Schools of a set against their works; names are given to those who may see the schools one by one. */
export function funnelOfSet(
  { sight, locale, request, say }: OfTerritory,
  { set, group, beside }: OfTerritory['sets'][number],
): Block[] {
  const shown = sight.ofSet(set).schools
  const visible = group.members.filter(
    ({ school, row }) => shown.has(school.school.login) && row.mean !== null,
  )
  if (set.set.mean === null || visible.length === 0) return []
  const named = request.audience === 'territory'
  // Replies stand in the list of schools: without it no school is marked.
  const told = named && !request.template.off.includes('schools')
  const data = funnelOf(
    set.set,
    visible.map(({ school: { school }, row }) => ({
      n: row.n,
      value: row.mean,
      marked: told ? hasHighMean(row.markers) : null,
      name: named ? (school.name ?? school.login) : null,
      school: school.login,
    })),
  )
  const id = `funnel-${set.position}`
  const points = named ? data.points : data.points.map(point => ({ ...point, name: null }))
  // Who is not told of signs is not told that there are none either.
  const known = halfWidth(set.set, 1, 95) > 0
  const description = told
    ? data.description
    : { id: 'portrait.funnel.description', params: { known: known ? 'yes' : 'no' } }
  const drawn = drawFigure({ ...data, points, description }, id, locale)
  const hidden = group.members.length - visible.length
  const rows = visible.map(({ school: { school }, row }) => ({ name: school.name ?? school.login, row }))
  const limits = (n: number) => halfWidth(set.set, n, 99.8)
  const columns = [
    ...(named ? [left(say('portrait.column.school'), 2.6)] : []),
    right(say('portrait.column.works')),
    right(say('portrait.column.mean')),
    ...(beside ? [right(say('portrait.column.limits'), 1.4)] : []),
  ]
  const cells = rows
    .sort((a, b) => (named ? compareNames(a.name, b.name) : a.row.n - b.row.n || a.row.mean! - b.row.mean!))
    .map(({ name, row }) => [
      ...(named ? [text(name)] : []),
      number(row.n),
      number(row.mean, 2),
      ...(!beside
        ? []
        : limits(row.n) === 0
          ? [interval(null, null, 2)]
          : [interval(set.set.mean! - limits(row.n), set.set.mean! + limits(row.n), 2)]),
    ])
  const name = setName(locale, set.set)
  const notes = hidden > 0 ? [say('portrait.funnel.hidden', { count: hidden })] : []
  // Limits lie around the region's mean: where it may not be known, the means of the schools stand alone.
  if (beside) return [figure(id, drawn, columns, cells, name, notes)]
  return [
    heading(name),
    table(id, say('portrait.funnel.means'), columns, cells),
    ...notes.map(note => sentence(note, 'note')),
  ]
}
