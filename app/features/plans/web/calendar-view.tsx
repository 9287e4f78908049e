import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { dateInWords } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { locale, say } from '../../../web/messages/say.ts'
import style from './calendar-view.module.css'
import type { MeasureFilter } from './measure-query.ts'
import { isLate, todayHere, toneOf } from './measure-tone.ts'
import { daysOfMonth, monthOf, sayMonth, shiftMonth } from './months.ts'
import { NoMeasures } from './no-measures.tsx'
import { OpenTerms } from './open-terms.tsx'
import { StateLegend } from './state-legend.tsx'

type Item = Answer<'GET /api/measures/timeline'>['items'][number]
type Span = Item['spans'][number]
interface Entry {
  readonly item: Item
  readonly span: Span
}

/** Terms of measures by days of a month; on a phone, a list of the days that have some. The month stands in the address. */
export function CalendarView({ filter }: { filter: MeasureFilter }) {
  const measures = useAnswer('GET /api/measures/timeline', { query: filter })
  return (
    <QueryView query={measures} height={560}>
      {({ items, leftOff }) =>
        items.length === 0 ? <NoMeasures filter={filter} /> : <Calendar items={items} leftOff={leftOff} />
      }
    </QueryView>
  )
}

function Calendar({ items, leftOff }: Answer<'GET /api/measures/timeline'>) {
  const [search, change] = useUrlSearch()
  const today = todayHere()
  const entries = items
    .flatMap(item => item.spans.map(span => ({ item, span })))
    .sort((one, other) => one.span.end.localeCompare(other.span.end))
  const month = /^\d{4}-\d{2}$/.test(search.month ?? '') ? search.month! : monthToOpen(entries, today)
  const byDay = Map.groupBy(entries, ({ span }) => span.end)
  const { days, before } = daysOfMonth(month)
  const inMonth = entries.filter(({ span }) => monthOf(span.end) === month).length
  const go = (to: string) => change({ month: to })
  return (
    <div className="stack">
      <div className="row-apart">
        <h3 aria-live="polite" className={style.month}>
          {sayMonth(month, locale())}
        </h3>
        <div className="row no-print">
          <Button variant="default" size="sm" onClick={() => go(shiftMonth(month, -1))}>
            {say('measures.month-before')}
          </Button>
          {month !== monthOf(today) && (
            <Button variant="subtle" size="sm" onClick={() => go(monthOf(today))}>
              {say('measures.month-now')}
            </Button>
          )}
          <Button variant="default" size="sm" onClick={() => go(shiftMonth(month, 1))}>
            {say('measures.month-after')}
          </Button>
        </div>
      </div>
      {inMonth === 0 && <NearestMonths entries={entries} month={month} go={go} />}
      <div className={style.frame} data-empty={inMonth === 0}>
        <div className={style.week} aria-hidden="true">
          {weekdays().map(name => (
            <span key={name}>{name}</span>
          ))}
        </div>
        <ol className={style.days}>
          {days.map((day, index) => (
            <li
              key={day}
              style={index === 0 ? { gridColumnStart: before + 1 } : undefined}
              data-today={day === today}
              data-filled={byDay.has(day)}
            >
              <Day day={day} today={today} entries={byDay.get(day) ?? []} />
            </li>
          ))}
        </ol>
      </div>
      <StateLegend />
      <OpenTerms items={items} />
      {leftOff > 0 && <p className="note">{say('measures.left-off', { count: leftOff })}</p>}
    </div>
  )
}

const SHOWN = 4

function Day({ day, today, entries }: { day: string; today: string; entries: readonly Entry[] }) {
  const shown = entries.slice(0, SHOWN)
  const more = entries.slice(SHOWN)
  return (
    <>
      <time dateTime={day} className={style.date}>
        <span className={style.number} aria-hidden="true">
          {Number(day.slice(8))}
        </span>
        <span className={style.words}>{dateInWords(day)}</span>
        {day === today && <span className={style.today}>{say('date.today')}</span>}
      </time>
      {shown.length > 0 && <Entries entries={shown} today={today} />}
      {more.length > 0 && (
        <details className={style.more}>
          <summary>{say('measures.more-that-day', { count: more.length })}</summary>
          <Entries entries={more} today={today} />
        </details>
      )}
    </>
  )
}

function Entries({ entries, today }: { entries: readonly Entry[]; today: string }) {
  return (
    <ul className={style.entries}>
      {entries.map(({ item, span }) => {
        const late = isLate(span, today)
        const { tone, icon } = toneOf(span.state, late)
        return (
          <li key={span.task} data-tone={tone}>
            <Icon name={icon} size={13} />
            <Link
              to="/measures/$id"
              params={{ id: String(item.measure) }}
              title={`${item.unit.name}: ${item.text}`}
            >
              {item.number && <span className="unbroken">{item.number} </span>}
              {item.text}
              {/* Of one measure in ten schools, which: where there is room for it. */}
              <span className={style.unit}> · {item.unit.name}</span>
              <span className="visually-hidden">
                {' — '}
                {late ? say('measures.late') : say(`measures.state.${span.state}`)}
              </span>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

/** A month without terms leads to those that have some. */
function NearestMonths({
  entries,
  month,
  go,
}: {
  entries: readonly Entry[]
  month: string
  go: (month: string) => void
}) {
  const earlier = entries.findLast(({ span }) => monthOf(span.end) < month)
  const later = entries.find(({ span }) => monthOf(span.end) > month)
  const near = [earlier, later].flatMap(entry => (entry ? [monthOf(entry.span.end)] : []))
  return (
    <EmptyState
      title={say('measures.month-empty')}
      action={near.map(one => (
        <Button key={one} variant="default" size="sm" mr={8} onClick={() => go(one)}>
          {sayMonth(one, locale())}
        </Button>
      ))}
    >
      {say(near.length > 0 ? 'measures.month-empty-meaning' : 'measures.no-dates')}
    </EmptyState>
  )
}

/** This month when it has terms, else the nearest that has, ahead first: a plan of a past year does not open empty. */
function monthToOpen(entries: readonly Entry[], today: string): string {
  const now = monthOf(today)
  const ahead = entries.find(({ span }) => monthOf(span.end) >= now)
  return monthOf((ahead ?? entries.at(-1))?.span.end ?? today)
}

function weekdays(): string[] {
  const words = new Intl.DateTimeFormat(locale() === 'en' ? 'en-GB' : 'ru', {
    weekday: 'short',
    timeZone: 'UTC',
  })
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, index) => words.format(new Date(Date.UTC(2024, 0, 1 + index))))
}
