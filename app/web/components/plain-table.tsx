import type { ReactNode } from 'react'
import { say } from '../messages/say.ts'
import { ScrollFrame } from './scroll-frame.tsx'
import style from './table.module.css'

export interface PlainColumn<Row> {
  /** Empty above a column of actions. */
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  readonly numeric?: boolean
  /** «20%»: where tables stand under each other, so that their columns do too. All columns have one, or none. */
  readonly width?: string
}

interface Props<Row> {
  readonly label: string
  readonly columns: readonly PlainColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row, index: number) => string | number
}

/** A short table that is read as it stands; on a phone each row becomes a card with the same order. */
export function PlainTable<Row>({ label, columns, rows, rowKey }: Props<Row>) {
  const fixed = columns.some(({ width }) => width !== undefined)
  return (
    <ScrollFrame label={label} className={style.frame}>
      <table className={`${style.table} ${fixed ? style.fixed : ''}`} aria-label={label}>
        {fixed && (
          <colgroup>
            {columns.map(({ header, width }) => (
              <col key={header} style={{ width }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr>
            {columns.map(({ header, numeric }) => (
              <th key={header} scope="col" data-numeric={numeric}>
                {header || <span className="visually-hidden">{say('table.actions')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map(({ header, cell, numeric }) => (
                <td key={header} data-label={header || undefined} data-numeric={numeric}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  )
}
