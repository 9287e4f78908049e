import { Button } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ApiError } from '../client/api-error.ts'
import { say } from '../messages/say.ts'
import { NumberText } from './number-text.tsx'
import { ProblemPanel } from './problem-panel.tsx'
import { ScrollFrame } from './scroll-frame.tsx'
import { SortHeader } from './sort-header.tsx'
import style from './table.module.css'

export interface Column<Row> {
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Name the API sorts by; absent where it cannot. */
  readonly sort?: string
  readonly numeric?: boolean
  /** On a compact card it takes a line of its own. */
  readonly wide?: boolean
}

/** One page of a list as the API gives it. */
interface Page<Row> {
  readonly items: readonly Row[]
  readonly next: string | null
  readonly total?: number
}

/** What `useList` returns, as far as a table needs it. */
interface ListQuery<Row> {
  readonly data: { readonly pages: readonly Page<Row>[] } | undefined
  readonly error: ApiError | null
  readonly isFetching: boolean
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
  readonly refetch: () => unknown
}

interface Props<Row> {
  readonly label: string
  readonly list: ListQuery<Row>
  /** The first column names the row. */
  readonly columns: readonly [Column<Row>, ...Column<Row>[]]
  readonly rowKey: (row: Row) => string | number
  /** Where the row opens; the words of the first column become the link. */
  readonly rowLink?: (row: Row) => LinkProps
  readonly rowActions?: (row: Row) => ReactNode
  /** On a phone a card of few lines, values side by side: for long lists of short facts. */
  readonly compact?: boolean
  readonly empty: ReactNode
}

const BONES = 8

/**
 * Every list of the app: sorts by its headers (kept in the address), goes on by «Показать ещё», moves by j and k
 * (shell/keyboard.ts), opens by Enter, and turns into cards on a phone.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { label, list, columns, rowKey, rowActions, empty } = props
  if (list.error && !list.data) return <ProblemPanel error={list.error} retry={() => list.refetch()} />
  const rows = list.data?.pages.flatMap(page => page.items)
  if (rows?.length === 0) return <>{empty}</>
  return (
    <div className="stack">
      <ScrollFrame label={label} className={style.frame}>
        <table
          className={`${style.table} ${props.rowLink ? style.link : ''} ${props.compact ? style.compact : ''}`}
          aria-label={label}
          aria-busy={list.isFetching}
        >
          <thead>
            <tr>
              {columns.map(({ id, header, sort, numeric }) => (
                <SortHeader key={id} header={header} sort={sort} numeric={numeric} />
              ))}
              {rowActions && (
                <th scope="col">
                  <span className="visually-hidden">{say('table.actions')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows === undefined
              ? Array.from({ length: BONES }, (_, index) => <BoneRow key={index} columns={columns.length} />)
              : rows.map(row => <TableRow key={rowKey(row)} row={row} {...props} />)}
          </tbody>
        </table>
      </ScrollFrame>
      {rows && <Foot list={list} count={rows.length} />}
    </div>
  )
}

function TableRow<Row>({ row, columns, rowLink, rowActions }: Props<Row> & { row: Row }) {
  const [first, ...others] = columns
  return (
    <tr>
      <th scope="row" data-numeric={first.numeric}>
        {rowLink ? (
          <Link {...rowLink(row)} data-row>
            {first.cell(row)}
          </Link>
        ) : (
          first.cell(row)
        )}
      </th>
      {others.map(({ id, header, cell, numeric, wide }) => (
        <td key={id} data-label={header} data-numeric={numeric} data-wide={wide}>
          {cell(row)}
        </td>
      ))}
      {rowActions && (
        <td>
          <div className={style.actions}>{rowActions(row)}</div>
        </td>
      )}
    </tr>
  )
}

function BoneRow({ columns }: { columns: number }) {
  return (
    <tr>
      {Array.from({ length: columns }, (_, index) => (
        <td key={index}>
          <div className={style.bone} />
        </td>
      ))}
    </tr>
  )
}

function Foot<Row>({ list, count }: { list: ListQuery<Row>; count: number }) {
  const total = list.data?.pages[0].total
  return (
    <div className={style.foot}>
      <p className="note" aria-live="polite">
        {total === undefined ? (
          list.hasNextPage && say('table.shown', { count })
        ) : (
          <>
            {say('table.shown-of')} <NumberText value={count} /> {say('table.of')}{' '}
            <NumberText value={total} />
          </>
        )}
      </p>
      {list.hasNextPage && (
        <Button
          className="no-print"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {say('table.more')}
        </Button>
      )}
    </div>
  )
}
