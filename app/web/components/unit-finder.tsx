import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { api } from '../client/api.ts'
import type { Answer } from '../client/contract-types.ts'
import { say } from '../messages/say.ts'
import { Icon } from './icon.tsx'
import style from './unit-finder.module.css'
import { unitWhere } from './unit-words.ts'

type FoundUnit = Answer<'GET /api/units/search'>['items'][number]

/** A unit that was chosen. */
export type ChosenUnit = Pick<FoundUnit, 'id' | 'kind' | 'name'>

interface Props {
  readonly label: string
  readonly choose: (unit: ChosenUnit) => void
  /** Offered before anything is typed, e.g. one's own unit. */
  readonly first?: readonly ChosenUnit[]
  /** Only these are offered. */
  readonly kinds?: readonly FoundUnit['kind'][]
  readonly id?: string
  readonly autoFocus?: boolean
  /** Shown under the field while nothing is typed. */
  readonly hint?: string
  /** What is wrong with the choice, under the field. */
  readonly error?: string
}

const LIMIT = 12
const NONE: readonly ChosenUnit[] = []
const FRESH = 60_000
/** The server is asked when the typing rests, ms. */
const PAUSE = 150

/** Finds a unit by name, former name, code or login in any spelling: a field with a list below it (ARIA combobox). */
export function UnitFinder(props: Props) {
  const { label, choose, first = NONE, kinds, id, autoFocus = false, hint, error } = props
  const list = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [words] = useDebouncedValue(typed.trim(), PAUSE)
  const found = useQuery({
    queryKey: ['GET /api/units/search', words],
    queryFn: ({ signal }) => api('GET /api/units/search', { query: { q: words, limit: LIMIT }, signal }),
    enabled: words.length > 0,
    placeholderData: keepPreviousData,
    staleTime: FRESH,
  })
  const offered: readonly ChosenUnit[] = words ? (found.data?.items ?? NONE) : first
  const units = offered.filter(unit => !kinds || kinds.includes(unit.kind))
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, units.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') {
      if (units[at]) choose(units[at])
    } else return
    event.preventDefault()
  }
  return (
    <div className={style.finder}>
      <div className={style.field} data-wrong={error !== undefined}>
        <Icon name="search" size={18} />
        <input
          id={id}
          // biome-ignore lint/a11y/noAutofocus: only in a dialog opened for finding.
          autoFocus={autoFocus}
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded={units.length > 0}
          aria-controls={list}
          aria-activedescendant={units[at] ? `${list}-${units[at].id}` : undefined}
          aria-invalid={error !== undefined}
          aria-describedby={[error && `${list}-error`, `${list}-state`].filter(Boolean).join(' ')}
          autoComplete="off"
          spellCheck={false}
          placeholder={say('find.placeholder')}
          value={typed}
          onKeyDown={press}
          onChange={event => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
        />
      </div>
      {error && (
        <p id={`${list}-error`} className={style.error}>
          {error}
        </p>
      )}
      <div id={list} role="listbox" aria-label={label} className={style.list}>
        {units.map((unit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field.
          <div
            key={unit.id}
            id={`${list}-${unit.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={style.option}
            onClick={() => choose(unit)}
            onMouseMove={() => setAt(index)}
          >
            <span>{unit.name}</span>
            <span className="note">{isFound(unit) ? describe(unit) : say(`unit.kind.${unit.kind}`)}</span>
          </div>
        ))}
      </div>
      <p id={`${list}-state`} className={style.state} aria-live="polite">
        {!words && hint}
        {words && found.data && units.length === 0 && say('find.nothing', { words })}
        {found.error?.message}
      </p>
    </div>
  )
}

function isFound(unit: ChosenUnit): unit is FoundUnit {
  return 'formerName' in unit
}

/** What tells it from others of the same name. */
function describe(unit: FoundUnit): string {
  const formerly = unit.formerName && say('find.formerly', { name: unit.formerName })
  return [formerly, unit.login, unitWhere(unit)].filter(Boolean).join(' · ')
}
