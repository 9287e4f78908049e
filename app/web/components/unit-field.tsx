import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { say } from '../messages/say.ts'
import style from './unit-field.module.css'
import { type ChosenUnit, UnitFinder } from './unit-finder.tsx'

interface Props {
  /** Of the input, so that a form can lead to it; `form.idOf(name)`. */
  readonly id?: string
  readonly label: string
  readonly hint?: string
  readonly error?: string
  readonly first?: readonly ChosenUnit[]
  readonly kinds?: readonly ChosenUnit['kind'][]
  readonly chosen: ChosenUnit | null
  readonly choose: (unit: ChosenUnit | null) => void
}

/** A field of a form whose value is a unit: found by name, then shown as a choice that can be changed. */
export function UnitField({ id: given, label, hint, error, first, kinds, chosen, choose }: Props) {
  const [changing, setChanging] = useState(false)
  const own = useId()
  const id = given ?? own
  return (
    <div className={style.field}>
      <label htmlFor={id}>{label}</label>
      {chosen && !changing ? (
        <>
          <div className={style.chosen} data-wrong={error !== undefined}>
            <span>
              {chosen.name} <span className="note">{say(`unit.kind.${chosen.kind}`).toLowerCase()}</span>
            </span>
            <Button
              id={id}
              variant="subtle"
              size="compact-sm"
              aria-describedby={error && `${id}-error`}
              onClick={() => setChanging(true)}
            >
              {say('action.change')}
            </Button>
          </div>
          {error && (
            <p id={`${id}-error`} className={style.error}>
              {error}
            </p>
          )}
        </>
      ) : (
        <UnitFinder
          id={id}
          label={label}
          hint={hint}
          error={error}
          first={first}
          kinds={kinds}
          choose={unit => {
            choose(unit)
            setChanging(false)
          }}
        />
      )}
    </div>
  )
}
