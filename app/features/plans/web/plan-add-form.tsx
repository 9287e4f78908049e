import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { AreaField, CheckField, FieldRow, SelectField, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import { type Added, addedBody, EMPTY_ADDED, NEW_SECTION, placesOf } from './added-measure.ts'
import { measureFromLibrary } from './draft.ts'
import { MeasureLibrary } from './measure-library.tsx'
import type { OpenPlan } from './plan-page.tsx'

/** One more measure of a plan that is saved already: a plan from above is added to so, and one that came up during the year. */
export function AddMeasureForm({ plan }: { plan: OpenPlan }) {
  const client = useQueryClient()
  const [library, setLibrary] = useState(false)
  const [made, setMade] = useState<number | null>(null)
  const places = placesOf(plan)
  const form = useForm<Added>({
    initial: { ...EMPTY_ADDED, place: places.at(-1)?.key ?? '' },
    check: ({ text, place, section }) => ({
      ...(text.trim() ? {} : { text: say('measure.text-missing') }),
      ...(place === NEW_SECTION && !section.trim() ? { section: say('plan.add-section-missing') } : {}),
    }),
    send: async values => {
      setMade(null)
      const { id } = await api('POST /api/plans/:id/measures', {
        params: { id: plan.id },
        body: addedBody(values, places, plan.level),
      })
      setMade(id)
      form.setValues({ ...EMPTY_ADDED, place: values.place === NEW_SECTION ? '' : values.place })
      await client.invalidateQueries()
    },
  })
  const labels = labelsOf()
  const above = plan.level !== 'school'
  return (
    <>
      <FormPage
        form={form}
        labels={labels}
        buttons={
          <>
            <Button type="submit" loading={form.sending}>
              {say('plan.act.add')}
            </Button>
            <Button variant="default" onClick={() => setLibrary(true)}>
              {say('draft.from-library')}
            </Button>
          </>
        }
      >
        <p className="muted">{say('plan.act-meaning.add')}</p>
        {made !== null && (
          <p role="status">
            {say('plan.added')}{' '}
            <Link to="/measures/$id" params={{ id: String(made) }}>
              {say('plan.added-open')}
            </Link>
          </p>
        )}
        <AreaField form={form} name="text" label={labels.text} />
        <FieldRow>
          <TextField form={form} name="number" label={labels.number} optional />
          <TextField form={form} name="term" label={labels.term} hint={say('measure.term-hint')} optional />
        </FieldRow>
        <SelectField
          form={form}
          name="place"
          label={labels.place}
          choices={[
            ...places.map(({ key, title }) => ({ value: key, label: title ?? say('plan.add-place-end') })),
            { value: NEW_SECTION, label: say('plan.add-place-new') },
          ]}
        />
        {form.values.place === NEW_SECTION && <TextField form={form} name="section" label={labels.section} />}
        <AreaField
          form={form}
          name="responsible"
          label={labels.responsible}
          hint={say('measure.responsible-hint')}
          optional
        />
        <AreaField form={form} name="expectedResult" label={labels.expectedResult} optional />
        {above && (
          <>
            <CheckField
              form={form}
              name="mandatory"
              label={labels.mandatory}
              hint={say('plan.mandatory-hint')}
            />
            {form.values.mandatory && (
              <CheckField form={form} name="byPlan" label={labels.byPlan} hint={say('plan.by-plan-hint')} />
            )}
          </>
        )}
      </FormPage>
      {library && (
        <MeasureLibrary
          level={plan.level}
          close={() => setLibrary(false)}
          take={template => {
            const { text, term, responsible, expectedResult, level } = measureFromLibrary(
              template,
              plan.level,
            )
            const taken = { text, term, responsible, expectedResult, level, template: template.id }
            form.setValues(before => ({ ...before, ...taken }))
            setLibrary(false)
          }}
        />
      )}
    </>
  )
}

function labelsOf(): Record<Exclude<keyof Added, 'level' | 'template'>, string> {
  return {
    text: say('measure.what'),
    number: say('measure.number'),
    term: say('measures.term'),
    place: say('plan.add-place'),
    section: say('measure.section'),
    responsible: say('measures.responsible'),
    expectedResult: say('measure.result'),
    mandatory: say('plan.mandatory'),
    byPlan: say('plan.by-plan'),
  }
}
