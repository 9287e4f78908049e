import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { FieldSet, TextField } from '../../../web/components/fields.tsx'
import { type Form, FormPage } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import { ScaleFields } from './scale-fields.tsx'
import type { SpecificationValues } from './specification-values.ts'
import { TaskFields } from './task-fields.tsx'

interface Props {
  readonly form: Form<SpecificationValues>
  /** Which paper it is, where that is asked for too. */
  readonly children?: ReactNode
  readonly buttons: ReactNode
  readonly asksReason: boolean
}

/** The content of a paper: maximum, scale, tasks, source. */
export function SpecificationForm({ form, children, buttons, asksReason }: Props) {
  const { hasScale, hasTasks } = form.values
  const labels = {
    maxPrimary: say('specification.max-primary'),
    bands: say('specification.scale'),
    tasks: say('specification.tasks'),
    source: say('specification.source'),
  }
  return (
    <FormPage form={form} labels={labels} buttons={buttons}>
      {children}
      <TextField form={form} name="maxPrimary" label={labels.maxPrimary} inputMode="numeric" width={120} />
      <FieldSet legend={labels.bands}>
        <Checkbox
          label={say('specification.has-scale')}
          checked={hasScale}
          onChange={event => form.set('hasScale', event.currentTarget.checked)}
        />
        {hasScale && <ScaleFields form={form} />}
      </FieldSet>
      <FieldSet legend={labels.tasks}>
        <Checkbox
          label={say('specification.has-tasks')}
          checked={hasTasks}
          onChange={event => form.set('hasTasks', event.currentTarget.checked)}
        />
        {hasTasks && <TaskFields form={form} />}
      </FieldSet>
      <TextField form={form} name="source" label={labels.source} hint={say('specification.source-hint')} />
      {asksReason && (
        <TextField
          form={form}
          name="reason"
          label={say('form.reason')}
          hint={say('form.reason-hint')}
          optional
        />
      )}
    </FormPage>
  )
}
