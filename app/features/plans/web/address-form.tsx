import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { AreaField, SelectField, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'

/** An addressed measure: what is proposed for this signal stands first, and its words can be changed. */
export function AddressForm({ signal }: { signal: number }) {
  const client = useQueryClient()
  const [made, setMade] = useState<number | null>(null)
  const library = useAnswer('GET /api/measure-templates', { query: { signal } })
  const templates = library.data?.items ?? []
  const form = useForm({
    initial: { template: '', by: '', text: '', dueOn: '' },
    check: ({ template, dueOn }) => ({
      ...(template ? {} : { template: say('addressed.template-missing') }),
      ...(dueOn ? {} : { dueOn: say('measure.day-missing') }),
    }),
    send: async ({ template, by, text, dueOn }) => {
      const { id } = await api('POST /api/signals/:id/measures', {
        params: { id: signal },
        body: {
          template,
          dueOn,
          ...(by ? { by: by as 'school' | 'municipality' } : {}),
          ...(text.trim() ? { text: text.trim() } : {}),
        },
      })
      setMade(id)
      form.setValues({ template: '', by: '', text: '', dueOn: '' })
      await client.invalidateQueries()
    },
  })
  const chosen = templates.find(({ id }) => id === form.values.template)
  const choice = ({ id, title }: (typeof templates)[number]) => ({ value: id, label: title })
  return (
    <FormPage
      form={form}
      labels={{
        template: say('addressed.template'),
        by: say('addressed.by'),
        text: say('addressed.text'),
        dueOn: say('addressed.due'),
      }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('addressed.make')}
        </Button>
      }
    >
      {made !== null && (
        <p role="status">
          {say('addressed.made')}{' '}
          <Link to="/measures/$id" params={{ id: String(made) }}>
            {say('addressed.open')}
          </Link>
        </p>
      )}
      <SelectField
        form={form}
        name="template"
        label={say('addressed.template')}
        hint={say('addressed.template-hint')}
        choices={[
          { value: '', label: say('addressed.choose') },
          ...templates.filter(({ suggested }) => suggested).map(choice),
          ...templates.filter(({ suggested }) => !suggested).map(choice),
        ]}
      />
      {chosen && <p className="muted">{chosen.text}</p>}
      {chosen?.evidence && <p className="note">{say('measure.expected', { what: chosen.evidence })}</p>}
      <SelectField
        form={form}
        name="by"
        label={say('addressed.by')}
        choices={[
          { value: '', label: say('addressed.by-template') },
          { value: 'school', label: say('addressed.by-school') },
          { value: 'municipality', label: say('addressed.by-municipality') },
        ]}
      />
      <AreaField
        form={form}
        name="text"
        label={say('addressed.text')}
        hint={say('addressed.text-hint')}
        optional
      />
      <TextField form={form} name="dueOn" label={say('addressed.due')} type="date" />
    </FormPage>
  )
}
