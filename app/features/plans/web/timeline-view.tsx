import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { dateInWords } from '../../../web/components/dates.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { ScrollFrame } from '../../../web/components/scroll-frame.tsx'
import { say } from '../../../web/messages/say.ts'
import type { MeasureFilter } from './measure-query.ts'
import { isLate, todayHere } from './measure-tone.ts'
import { NoMeasures } from './no-measures.tsx'
import { axisOf } from './timeline-axis.ts'
import { TimelineDrawing } from './timeline-drawing.tsx'
import { TimelineLegend } from './timeline-legend.tsx'
import style from './timeline-view.module.css'

type Item = Answer<'GET /api/measures/timeline'>['items'][number]

/** More lines than this stand one below the other only when asked for. */
const SHOWN = 60

/** Terms along an axis of months, with no day made up: an open term is drawn as open, a deadline as its last day alone. */
export function TimelineView({ filter }: { filter: MeasureFilter }) {
  const measures = useAnswer('GET /api/measures/timeline', { query: filter })
  return (
    <QueryView query={measures} height={560}>
      {({ items, leftOff }) =>
        items.length === 0 ? <NoMeasures filter={filter} /> : <Lines items={items} leftOff={leftOff} />
      }
    </QueryView>
  )
}

function Lines({ items, leftOff }: Answer<'GET /api/measures/timeline'>) {
  const [whole, setWhole] = useState(false)
  const today = todayHere()
  const axis = axisOf(
    items.flatMap(({ spans }) => spans.flatMap(({ start, end }) => (start === null ? [end] : [start, end]))),
    today,
  )
  const shown = whole ? items : items.slice(0, SHOWN)
  const dated = items.filter(({ spans }) => spans.length > 0).length
  const open = items.filter(item => item.open).length
  const late = items.filter(({ spans }) => spans.some(span => isLate(span, today))).length
  const summary = say('measures.timeline-summary', { count: items.length, dated, open, late })
  return (
    <div className="stack">
      <p className="muted">{summary}</p>
      <ScrollFrame label={say('measures.view.timeline')} className={style.frame}>
        <div className={style.lines}>
          <ul className={style.names}>
            {shown.map(item => (
              <li key={item.measure}>
                <Link to="/measures/$id" params={{ id: String(item.measure) }} title={item.text}>
                  {[item.number, item.text].filter(Boolean).join(' ')}
                </Link>
              </li>
            ))}
          </ul>
          <TimelineDrawing items={shown} axis={axis} today={today} label={summary} />
        </div>
      </ScrollFrame>
      {shown.length < items.length && (
        <div className="no-print">
          <Button variant="default" onClick={() => setWhole(true)}>
            {say('measures.show-all', { count: items.length })}
          </Button>
        </div>
      )}
      <TimelineLegend />
      <details className="no-print">
        <summary>{say('measures.timeline-table')}</summary>
        <PlainTable<Item>
          label={say('measures.timeline-table')}
          rows={items}
          rowKey={({ measure }) => measure}
          columns={[
            {
              header: say('measures.measure'),
              cell: ({ number, text }) => [number, text].filter(Boolean).join(' '),
            },
            { header: say('measures.unit'), cell: ({ unit }) => unit.name },
            { header: say('measures.term'), cell: ({ words }) => words ?? '—' },
            { header: say('measures.days'), cell: item => <Days item={item} today={today} /> },
          ]}
        />
      </details>
      {leftOff > 0 && <p className="note">{say('measures.left-off', { count: leftOff })}</p>}
    </div>
  )
}

function Days({ item: { spans, open }, today }: { item: Item; today: string }) {
  return (
    <ul className="plain-list">
      {spans.map(span => (
        <li key={span.task}>
          {span.start === null || span.start === span.end
            ? dateInWords(span.end)
            : say('measures.from-to', { from: dateInWords(span.start), to: dateInWords(span.end) })}
          {' — '}
          {isLate(span, today) ? say('measures.late') : say(`measures.state.${span.state}`)}
        </li>
      ))}
      {open && <li>{say('measures.open-term')}</li>}
    </ul>
  )
}
