import { Icon } from './icon.tsx'
import style from './table.module.css'
import { useUrlSearch } from './url-search.ts'

interface Props {
  readonly header: string
  readonly sort?: string
  readonly numeric?: boolean
}

/** A column's header; where the API can sort by it, a button that keeps `sort=name` or `sort=-name` in the address. */
export function SortHeader({ header, sort, numeric }: Props) {
  const [search, change] = useUrlSearch()
  if (!sort)
    return (
      <th scope="col" data-numeric={numeric}>
        {header}
      </th>
    )
  const rising = search.sort === sort
  const sinking = search.sort === `-${sort}`
  return (
    <th scope="col" data-numeric={numeric} aria-sort={rising ? 'ascending' : sinking ? 'descending' : 'none'}>
      <button
        type="button"
        className={style.sort}
        data-sorted={rising || sinking}
        onClick={() => change({ sort: rising ? `-${sort}` : sinking ? undefined : sort })}
      >
        {header}
        <Icon name={rising ? 'rise' : sinking ? 'sink' : 'sort'} size={13} />
      </button>
    </th>
  )
}
