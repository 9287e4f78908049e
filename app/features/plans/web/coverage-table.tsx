import { Link } from '@tanstack/react-router'
import { memo, useMemo, useRef, useState } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { say } from '../../../web/messages/say.ts'
import style from './coverage-view.module.css'
import { letterOf, wordsOf } from './coverage-words.ts'
import { scrolled } from './scrolled.ts'

type Coverage = Answer<'GET /api/plans/:id/coverage'>
type Unit = Coverage['units'][number]

/** Height of a row, px, as the style sheet has it. */
const ROW = 30
/** Rows drawn at a time: more than fit on a screen, so that scrolling shows no gaps. */
const DRAWN = 36
/** The window moves by steps, not with every pixel. */
const STEP = 8

/** Hundreds of territories by hundreds of measures: only the rows near the eye are drawn, the others keep their place. */
export function CoverageTable({ coverage: { measures, units } }: { coverage: Coverage }) {
  const frame = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState(0)
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
  const first = Math.min(from, Math.max(0, units.length - DRAWN))
  const shown = units.slice(first, first + DRAWN)
  const after = units.length - first - shown.length
  const scroll = () => {
    const above = Math.floor((frame.current?.scrollTop ?? 0) / ROW / STEP) * STEP - STEP
    setFrom(Math.max(0, above))
  }
  return (
    <div ref={frame} className={style.frame} onScroll={scroll} {...scrolled(say('coverage.table'))}>
      <table className={style.table} aria-label={say('coverage.table')} aria-rowcount={units.length + 1}>
        <thead>
          <tr>
            <th scope="col">{say('coverage.unit')}</th>
            {measures.map(({ id, number }, index) => (
              <th key={id} scope="col" title={words[index]}>
                {number ?? index + 1}
                <span className="visually-hidden"> {words[index]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <Gap rows={first} columns={measures.length + 1} />}
          {shown.map((unit, index) => (
            <Row key={unit.id} unit={unit} words={words} states={states} at={first + index + 2} />
          ))}
          {after > 0 && <Gap rows={after} columns={measures.length + 1} />}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly unit: Unit
  readonly words: readonly string[]
  readonly states: ReadonlyMap<string, { readonly letter: string; readonly words: string }>
  readonly at: number
}

const Row = memo(({ unit: { name, plan, closed, cells }, words, states, at }: RowProps) => (
  <tr aria-rowindex={at}>
    <th scope="row" title={name}>
      {plan === null ? (
        <>
          {name} <span className="visually-hidden">({say('coverage.no-plan')})</span>
        </>
      ) : (
        <Link to="/plans/$id" params={{ id: String(plan) }} preload={false}>
          {name}
        </Link>
      )}
      {closed && <span className="note"> {say('coverage.closed')}</span>}
    </th>
    {[...cells].map((state, index) => {
      const known = states.get(state)
      // One element a cell: its letter is drawn by the style sheet, its name is the word.
      return (
        <td
          key={index}
          title={`${words[index]} — ${known?.words}`}
          aria-label={known?.words}
          data-state={state}
          data-letter={known?.letter}
        />
      )
    })}
  </tr>
))

/** The room of rows that are not drawn. */
function Gap({ rows, columns }: { rows: number; columns: number }) {
  return (
    <tr>
      <td className={style.gap} colSpan={columns} style={{ height: rows * ROW }} />
    </tr>
  )
}
