import { Button } from '@mantine/core'
import { useState } from 'react'
import { say } from '../messages/say.ts'
import style from './unit-field.module.css'
import { type ChosenUnit, UnitFinder } from './unit-finder.tsx'

interface Props {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly error?: string
  readonly first?: readonly ChosenUnit[]
  readonly kinds?: readonly ChosenUnit['kind'][]
  readonly chosen: ChosenUnit | null
  readonly choose: (unit: ChosenUnit | null) => void
}

/** A field of a form whose value is a unit: found by name, then shown as a choice that can be changed. */
export function UnitField({ name, label, hint, error, first, kinds, chosen, choose }: Props) {
  const [changing, setChanging] = useState(false)
  const id = `field-${name}`
  return (
    <div className={style.field} data-wrong={error !== undefined}>
      <label htmlFor={id}>{label}</label>
      {error && <p className={style.error}>{error}</p>}
      {chosen && !changing ? (
        <div className={style.chosen}>
          <span>
            {chosen.name} <span className="note">{say(`unit.kind.${chosen.kind}`).toLowerCase()}</span>
          </span>
          <Button id={id} variant="subtle" size="compact-sm" onClick={() => setChanging(true)}>
            {say('action.change')}
          </Button>
        </div>
      ) : (
        <UnitFinder
          id={id}
          label={label}
          hint={hint}
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
