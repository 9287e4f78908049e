import { useMemo, useRef, useState } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { say } from '../../../web/messages/say.ts'
import { CoverageRow } from './coverage-row.tsx'
import style from './coverage-view.module.css'
import { windowOf } from './coverage-window.ts'
import { letterOf, wordsOf } from './coverage-words.ts'
import { scrolled } from './scrolled.ts'

type Coverage = Answer<'GET /api/plans/:id/coverage'>

/** Height of a row and width of a measure, px, as the style sheet has them. */
const ROW = 30
const COLUMN = 48
/** Drawn at a time: more than fit on a screen, so that scrolling shows no gaps. The window moves by steps. */
const ROWS = { drawn: 36, step: 8 }
const COLUMNS = { drawn: 40, step: 8 }

/** Hundreds of territories by hundreds of measures: only the cells near the eye are drawn, the others keep their place. */
export function CoverageTable({ coverage: { measures, units } }: { coverage: Coverage }) {
  const frame = useRef<HTMLDivElement>(null)
  const [{ row, column }, setFrom] = useState({ row: 0, column: 0 })
  const words = useMemo(
    () => measures.map(({ number, text }) => [number, text].filter(Boolean).join(' ')),
    [measures],
  )
  // Thousands of cells: each state is worded once.
  const states = useMemo(
    () =>
      new Map(
        [...new Set(units.flatMap(({ cells }) => [...cells]))].map(state => [
          state,
          { letter: letterOf(state), words: wordsOf(state) },
        ]),
      ),
    [units],
  )
  const rows = windowOf(row, units.length, ROWS)
  const columns = windowOf(column, measures.length, COLUMNS)
  const scroll = () => {
    const { scrollTop = 0, scrollLeft = 0 } = frame.current ?? {}
    const next = {
      row: windowOf(Math.floor(scrollTop / ROW), units.length, ROWS).from,
      column: windowOf(Math.floor(scrollLeft / COLUMN), measures.length, COLUMNS).from,
    }
    if (next.row !== row || next.column !== column) setFrom(next)
  }
  return (
    <div ref={frame} className={style.frame} onScroll={scroll} {...scrolled(say('coverage.table'))}>
      <table
        className={style.table}
        aria-label={say('coverage.table')}
        aria-rowcount={units.length + 1}
        aria-colcount={measures.length + 1}
      >
        <colgroup>
          <col className={style.name} />
          <col className={style.measure} span={measures.length} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" aria-colindex={1}>
              {say('coverage.unit')}
            </th>
            {columns.before > 0 && <td className={style.gap} colSpan={columns.before} />}
            {measures.slice(columns.from, columns.to).map(({ id, number }, at) => {
              const index = columns.from + at
              return (
                <th key={id} scope="col" aria-colindex={index + 2} title={words[index]}>
                  {number ?? index + 1}
                  <span className="visually-hidden"> {words[index]}</span>
                </th>
              )
            })}
            {columns.after > 0 && <td className={style.gap} colSpan={columns.after} />}
          </tr>
        </thead>
        <tbody>
          {rows.before > 0 && <Gap rows={rows.before} columns={measures.length + 1} />}
          {units.slice(rows.from, rows.to).map((unit, at) => (
            <CoverageRow
              key={unit.id}
              unit={unit}
              words={words}
              states={states}
              at={rows.from + at + 2}
              from={columns.from}
              to={columns.to}
            />
          ))}
          {rows.after > 0 && <Gap rows={rows.after} columns={measures.length + 1} />}
        </tbody>
      </table>
    </div>
  )
}

/** The room of rows that are not drawn. */
function Gap({ rows, columns }: { rows: number; columns: number }) {
  return (
    <tr>
      <td className={style.gap} colSpan={columns} style={{ height: rows * ROW }} />
    </tr>
  )
}
