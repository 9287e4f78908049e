import type { Item } from '../../../web/client/contract-types.ts'
import type { Column } from '../../../web/components/data-table.tsx'
import { DateText } from '../../../web/components/dates.tsx'
import { say } from '../../../web/messages/say.ts'
import { MeasureBadge } from './measure-badge.tsx'
import { MeasureMarks } from './measure-marks.tsx'
import { shorten } from './shorten.ts'

type Measure = Item<'GET /api/measures'>

/** Columns of the list: what is to be done, how it stands, until when, whose it is and who answers. */
export function measureColumns(): [Column<Measure>, ...Column<Measure>[]] {
  return [
    {
      id: 'measure',
      header: say('measures.measure'),
      cell: ({ number, text }) => [number, shorten(text, 140)].filter(Boolean).join(' '),
    },
    {
      id: 'state',
      wide: true,
      header: say('measures.state'),
      cell: measure => (
        <div className="stack-tight">
          <MeasureBadge standing={measure} />
          {measure.total > 1 && !measure.carriedBelow && (
            <span className="note">
              {say('measures.done-of', { done: measure.done, total: measure.total })}
            </span>
          )}
          <MeasureMarks measure={measure} />
        </div>
      ),
    },
    {
      id: 'term',
      wide: true,
      header: say('measures.term'),
      sort: 'due',
      cell: ({ term, dueOn }) => (
        <div className="stack-tight">
          {dueOn ? <DateText date={dueOn} /> : !term && <span>{say('measures.term-none')}</span>}
          {term && <span className={dueOn ? 'note' : undefined}>{shorten(term.original, 60)}</span>}
        </div>
      ),
    },
    { id: 'unit', header: say('measures.unit'), sort: 'place', cell: ({ unit }) => unit.name },
    {
      id: 'responsible',
      header: say('measures.responsible'),
      cell: ({ responsible }) => shorten(responsible, 80) || say('measures.responsible-none'),
    },
    { id: 'plan', header: say('measures.plan'), cell: ({ plan }) => shorten(plan.title, 80) },
  ]
}
