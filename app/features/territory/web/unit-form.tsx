import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { ApiError } from '../../../web/client/api-error.ts'
import { ChangedMeanwhile } from '../../../web/components/changed-meanwhile.tsx'
import { FieldRow, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import type { UnitPage } from '../../../web/components/unit-words.ts'
import { say } from '../../../web/messages/say.ts'
import { fieldsFor, fieldsOf, toBody, type UnitField, type UnitValues } from './unit-values.ts'

/** The fields of a unit. Who saves over another's change is shown both versions first. */
export function UnitForm({ unit }: { unit: UnitPage }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [base, setBase] = useState(unit)
  const [theirs, setTheirs] = useState<UnitPage | null>(null)
  const params = { id: unit.id }
  const form = useForm<UnitValues>({
    initial: fieldsOf(unit),
    send: async values => {
      try {
        await api('PATCH /api/units/:id', {
          params,
          body: { ...toBody(values, base), version: base.version },
        })
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'changed-by-another') throw error
        setTheirs(await api('GET /api/units/:id', { params }))
        return
      }
      await client.invalidateQueries()
      await navigate({ to: '/units/$id', params: { id: String(unit.id) } })
    },
  })
  const names = fieldsFor(unit.kind)
  const labels = Object.fromEntries(names.map(name => [name, say(`unit.field.${name}`)]))
  if (theirs)
    return (
      <ChangedMeanwhile<UnitField, UnitValues>
        names={names}
        labels={labels as Record<UnitField, string>}
        base={fieldsOf(base)}
        theirs={fieldsOf(theirs)}
        mine={form.values}
        words={(_, value) => value}
        resolve={values => {
          form.setValues(values)
          setBase(theirs)
          setTheirs(null)
        }}
      />
    )
  return (
    <FormPage
      form={form}
      labels={{ ...labels, reason: say('form.reason') }}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {say('action.save')}
          </Button>
          <Link to="/units/$id" params={{ id: String(unit.id) }}>
            {say('action.cancel')}
          </Link>
        </>
      }
    >
      <FieldRow>
        {names.map(name => (
          <TextField
            key={name}
            form={form}
            name={name}
            label={say(`unit.field.${name}`)}
            hint={name === 'tags' ? say('unit.tags-hint') : undefined}
            type={name === 'validFrom' ? 'date' : 'text'}
          />
        ))}
      </FieldRow>
      <TextField
        form={form}
        name="reason"
        label={say('form.reason')}
        hint={say('form.reason-hint')}
        optional
      />
    </FormPage>
  )
}
