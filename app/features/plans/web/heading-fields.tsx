import { AreaField, CheckField, FieldRow, FieldSet, TextField } from '../../../web/components/fields.tsx'
import type { Form } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import type { HeadingValues } from './heading-values.ts'

export function headingLabels(): Partial<Record<keyof HeadingValues, string>> {
  return {
    title: say('draft.plan-title'),
    start: say('draft.start'),
    end: say('draft.end'),
    abbreviations: say('draft.abbreviations'),
  }
}

/** Title, period, approval block and abbreviations. The period of a copy is that of the plan above, and is not asked for. */
export function HeadingFields<Values extends HeadingValues>({
  form: given,
  ofCopy = false,
}: {
  form: Form<Values>
  ofCopy?: boolean
}) {
  const form = given as unknown as Form<HeadingValues>
  return (
    <>
      <TextField form={form} name="title" label={say('draft.plan-title')} />
      {ofCopy ? (
        <p className="muted">{say('plan.period-from-above')}</p>
      ) : (
        <>
          <FieldRow>
            <TextField form={form} name="start" label={say('draft.start')} type="date" />
            <TextField form={form} name="end" label={say('draft.end')} type="date" />
          </FieldRow>
          <CheckField form={form} name="school" label={say('draft.school')} />
        </>
      )}
      <FieldSet legend={say('draft.approval')}>
        <FieldRow>
          <TextField form={form} name="post" label={say('plan.post')} optional />
          <TextField form={form} name="person" label={say('plan.person')} optional />
        </FieldRow>
        <FieldRow>
          <TextField form={form} name="date" label={say('plan.date')} type="date" optional />
          <TextField form={form} name="number" label={say('plan.doc-number')} optional />
        </FieldRow>
      </FieldSet>
      <AreaField
        form={form}
        name="abbreviations"
        label={say('draft.abbreviations')}
        hint={say('draft.abbreviations-hint')}
        optional
      />
    </>
  )
}
