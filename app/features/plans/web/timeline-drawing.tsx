import { useId } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { dateInWords } from '../../../web/components/dates.tsx'
import { locale, say } from '../../../web/messages/say.ts'
import { isLate, toneOf } from './measure-tone.ts'
import { sayMonth } from './months.ts'
import { type Axis, middleOf, placeOf } from './timeline-axis.ts'
import { Hatching, HEAD, Point, ROW } from './timeline-shapes.tsx'
import style from './timeline-view.module.css'

type Item = Answer<'GET /api/measures/timeline'>['items'][number]
type Span = Item['spans'][number]

interface Props {
  readonly items: readonly Item[]
  readonly axis: Axis
  readonly today: string
  readonly label: string
}

/** The lines themselves. Places are percentages, so that the drawing is as wide as there is room and no text is stretched. */
export function TimelineDrawing({ items, axis, today, label }: Props) {
  const hatching = useId()
  const height = HEAD + items.length * ROW
  const now = today >= axis.start && today < axis.end
  return (
    <svg
      role="img"
      aria-label={label}
      height={height}
      className={style.drawing}
      style={{ minWidth: Math.max(360, axis.months.length * 44) }}
    >
      <Hatching id={hatching} />
      {axis.months.map((month, index) => (
        <g key={month}>
          <line
            className={style.grid}
            x1={placeOf(axis, `${month}-01`)}
            x2={placeOf(axis, `${month}-01`)}
            y1="0"
            y2={height}
          />
          {(index === 0 || month.endsWith('-01')) && (
            <text className={style.year} x={placeOf(axis, `${month}-01`)} dx="6" y="15">
              {month.slice(0, 4)}
            </text>
          )}
          <text className={style.word} x={placeOf(axis, `${month}-01`)} dx="6" y="33">
            {sayMonth(month, locale(), true)}
          </text>
        </g>
      ))}
      {now && (
        <g>
          <line
            className={style.now}
            x1={middleOf(axis, today)}
            x2={middleOf(axis, today)}
            y1={HEAD - 4}
            y2={height}
          />
          <text className={style['now-word']} x={middleOf(axis, today)} y={HEAD - 8} textAnchor="middle">
            {say('date.today')}
          </text>
        </g>
      )}
      {items.map((item, index) => (
        <g key={item.measure} transform={`translate(0 ${HEAD + index * ROW})`}>
          <line className={style.grid} x1="0" x2="100%" y1={ROW} y2={ROW} />
          {item.open && <Open item={item} hatching={hatching} />}
          {item.spans.map(span => (
            <Stretch key={span.task} span={span} axis={axis} today={today} />
          ))}
        </g>
      ))}
    </svg>
  )
}

/** Without borders: nothing is known of when it begins or ends. */
function Open({ item, hatching }: { item: Item; hatching: string }) {
  const open = item.kind === null || item.kind === 'open'
  const words = item.words
    ? say(open ? 'measures.open-term-words' : 'measures.no-day-words', { words: item.words })
    : say('measures.open-term')
  return (
    <g>
      <title>{words}</title>
      <rect x="0" width="100%" y="6" height={ROW - 12} fill={`url(#${hatching})`} />
      {item.spans.length === 0 && (
        <text className={style['open-word']} x="10" y={ROW / 2 + 4}>
          {words}
        </text>
      )}
    </g>
  )
}

function Stretch({ span, axis, today }: { span: Span; axis: Axis; today: string }) {
  const { start, end, state } = span
  const late = isLate(span, today)
  const { tone } = toneOf(state, late)
  const words = late ? say('measures.late') : say(`measures.state.${state}`)
  const days =
    start === null || start === end
      ? say('measures.until', { day: dateInWords(end) })
      : say('measures.from-to', { from: dateInWords(start), to: dateInWords(end) })
  if (start === null || start === end)
    return (
      <svg x={middleOf(axis, end)} overflow="visible" width="1" height={ROW} aria-hidden="true">
        <Point tone={tone} title={`${days} — ${words}`} />
      </svg>
    )
  const from = placeOf(axis, start)
  const width = `${Number.parseFloat(placeOf(axis, end, true)) - Number.parseFloat(from)}%`
  return (
    <g>
      <rect className={style.bar} data-tone={tone} x={from} width={width} y="9" height={ROW - 18} rx="3">
        <title>{`${days} — ${words}`}</title>
      </rect>
      <svg x={placeOf(axis, end, true)} overflow="visible" width="1" height={ROW} aria-hidden="true">
        <Point tone={tone} title={`${days} — ${words}`} />
      </svg>
    </g>
  )
}
