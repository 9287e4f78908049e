import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { say } from '../../../web/messages/say.ts'
import style from './coverage-view.module.css'

interface RowProps {
  readonly unit: Answer<'GET /api/plans/:id/coverage'>['units'][number]
  readonly words: readonly string[]
  readonly states: ReadonlyMap<string, { readonly letter: string; readonly words: string }>
  /** Which row of the whole table it is, its header counted. */
  readonly at: number
  /** The measures that are drawn. */
  readonly from: number
  readonly to: number
}

export const CoverageRow = memo(
  ({ unit: { name, plan, closed, approved, cells }, words, states, at, from, to }: RowProps) => (
    <tr aria-rowindex={at}>
      <th scope="row" aria-colindex={1} title={name}>
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
        {!closed && !approved && plan !== null && <span className="note"> {say('coverage.draft')}</span>}
      </th>
      {from > 0 && <td className={style.gap} colSpan={from} />}
      {[...cells.slice(from, to)].map((state, place) => {
        const index = from + place
        const known = states.get(state)
        // One element a cell: its letter is drawn by the style sheet, its name is the word.
        return (
          <td
            key={index}
            aria-colindex={index + 2}
            title={`${words[index]} — ${known?.words}`}
            aria-label={known?.words}
            data-state={state}
            data-letter={known?.letter}
          />
        )
      })}
      {to < cells.length && <td className={style.gap} colSpan={cells.length - to} />}
    </tr>
  ),
)
