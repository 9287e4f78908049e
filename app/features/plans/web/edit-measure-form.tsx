import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { ApiError } from '../../../web/client/api-error.ts'
import { ChangedMeanwhile } from '../../../web/components/changed-meanwhile.tsx'
import { AreaField, FieldRow, SelectField, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import {
  changesTo,
  EDITED,
  EDITED_ABOVE,
  type Edited,
  editedOf,
  NO,
  OWN_OF_LOCKED,
  YES,
} from './edited-fields.ts'
import type { Measure } from './measure-page.tsx'

/** Changes the words of a measure; of one that is locked from above, only who does it and where. */
export function EditMeasureForm({ measure }: { measure: Measure }) {
  const client = useQueryClient()
  const [base, setBase] = useState(measure)
  const [theirs, setTheirs] = useState<Measure | null>(null)
  const [saved, setSaved] = useState(false)
  const names = measure.locked ? OWN_OF_LOCKED : measure.unitLevel === 'school' ? EDITED : EDITED_ABOVE
  const labels = labelsOf()
  const form = useForm<Edited>({
    initial: editedOf(measure),
    check: ({ text }) => (text.trim() ? {} : { text: say('measure.text-missing') }),
    send: async values => {
      setSaved(false)
      try {
        const { id, version } = base
        await api('PATCH /api/measures/:id', {
          params: { id },
          body: { version, ...changesTo(base, values, names) },
        })
        const now = await api('GET /api/measures/:id', { params: { id } })
        setBase(now)
        form.setValues(editedOf(now))
        setSaved(true)
        await client.invalidateQueries()
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'changed-by-another') throw error
        setTheirs(await api('GET /api/measures/:id', { params: { id: base.id } }))
      }
    },
  })
  if (theirs)
    return (
      <ChangedMeanwhile<keyof Edited & string, Edited>
        names={names}
        labels={labels}
        base={editedOf(base)}
        theirs={editedOf(theirs)}
        mine={form.values}
        words={(name, value) => (name === 'mandatory' || name === 'byPlan' ? yesOrNo(value) : value)}
        resolve={values => {
          setBase(theirs)
          form.setValues(values)
          setTheirs(null)
        }}
      />
    )
  const shown = (name: keyof Edited) => names.includes(name)
  const area = (name: keyof Edited & string, hint?: string) =>
    shown(name) && (
      <AreaField form={form} name={name} label={labels[name]} hint={hint} optional={name !== 'text'} />
    )
  return (
    <FormPage
      form={form}
      labels={labels}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {say('action.save')}
          </Button>
          {saved && (
            <span role="status" className="note">
              {say('action.saved')}
            </span>
          )}
        </>
      }
    >
      <p className="muted">
        {say(measure.locked ? 'measure.act-meaning.edit-locked' : 'measure.act-meaning.edit')}
      </p>
      {area('text')}
      {shown('number') && (
        <FieldRow>
          <TextField form={form} name="number" label={labels.number} optional />
          <TextField form={form} name="section" label={labels.section} optional />
        </FieldRow>
      )}
      {shown('term') && (
        <TextField form={form} name="term" label={labels.term} hint={say('measure.term-hint')} optional />
      )}
      {area('responsible', say('measure.responsible-hint'))}
      {area('performer')}
      {area('place')}
      {area('participants')}
      {area('expectedResult')}
      {area('note')}
      {area('completion')}
      {(['mandatory', 'byPlan'] as const).map(
        name =>
          shown(name) && (
            <SelectField
              key={name}
              form={form}
              name={name}
              label={labels[name]}
              hint={say(name === 'mandatory' ? 'plan.mandatory-hint' : 'plan.by-plan-hint')}
              choices={[YES, NO].map(value => ({ value, label: yesOrNo(value) }))}
            />
          ),
      )}
    </FormPage>
  )
}

function yesOrNo(value: string): string {
  return say(value === YES ? 'measure.yes' : 'measure.no')
}

function labelsOf(): Record<keyof Edited, string> {
  return {
    text: say('measure.what'),
    number: say('measure.number'),
    section: say('measure.section'),
    term: say('measures.term'),
    responsible: say('measures.responsible'),
    performer: say('measure.performer'),
    place: say('measure.place'),
    participants: say('measure.participants'),
    expectedResult: say('measure.result'),
    note: say('measure.note'),
    completion: say('measure.completion'),
    mandatory: say('plan.mandatory'),
    byPlan: say('plan.by-plan'),
  }
}
