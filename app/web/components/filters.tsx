import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { say } from '../messages/say.ts'
import { DateInput } from './date-input.tsx'
import style from './filters.module.css'
import { Icon } from './icon.tsx'
import { useUrlSearch } from './url-search.ts'

const PAUSE = 250

/** A row of filters above a list; «Сбросить» appears when any of `names` is set. */
export function Filters({
  names,
  children,
  end,
}: {
  names: readonly string[]
  children: ReactNode
  end?: ReactNode
}) {
  const [search, change] = useUrlSearch()
  const any = names.some(name => search[name])
  return (
    <search>
      <form className={style.bar} onSubmit={event => event.preventDefault()}>
        {children}
        {any && (
          <Button
            className="no-print"
            variant="subtle"
            type="button"
            onClick={() => change(Object.fromEntries(names.map(name => [name, undefined])))}
          >
            {say('table.reset')}
          </Button>
        )}
        {end && <div className={`${style['bar-end']} no-print`}>{end}</div>}
      </form>
    </search>
  )
}

/** Words to look for; the address follows when the typing rests. */
export function SearchFilter({
  name = 'q',
  label,
  placeholder,
}: {
  name?: string
  label: string
  placeholder?: string
}) {
  const [search, change] = useUrlSearch()
  const kept = search[name] ?? ''
  const [typed, setTyped] = useState(kept)
  useEffect(() => setTyped(kept), [kept])
  useEffect(() => {
    if (typed === kept) return
    const timer = setTimeout(() => change({ [name]: typed }), PAUSE)
    return () => clearTimeout(timer)
  })
  return (
    <TextInput
      type="search"
      className={style.search}
      label={label}
      placeholder={placeholder}
      leftSection={<Icon name="search" size={16} />}
      value={typed}
      onChange={event => setTyped(event.currentTarget.value)}
    />
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  /** Words of «no choice», e.g. «Все виды». */
  readonly any: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** For names of works, which are long. */
  readonly wide?: boolean
}

/** One of a few values; the native control works with every keyboard, screen reader and phone. */
export function ChoiceFilter({ name, label, any, choices, wide = false }: ChoiceProps) {
  const [search, change] = useUrlSearch()
  return (
    <NativeSelect
      label={label}
      className={wide ? style['choice-wide'] : style.choice}
      value={search[name] ?? ''}
      onChange={event => change({ [name]: event.currentTarget.value })}
      data={[{ value: '', label: any }, ...choices]}
    />
  )
}

/** A local date, empty or 'YYYY-MM-DD'. */
export function DateFilter({ name, label }: { name: string; label: string }) {
  const [search, change] = useUrlSearch()
  return (
    <DateInput
      label={label}
      value={search[name] ?? ''}
      onChange={event => change({ [name]: event.currentTarget.value })}
    />
  )
}
