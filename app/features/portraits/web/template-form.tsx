import { Button, Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { AreaField, FieldSet } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import type { Template } from './template-page.tsx'

type SectionId = Template['sections'][number]['id']

/** The next version: which sections it has, and what readers are told of the change. */
export function TemplateForm({ template: { current, sections, versions } }: { template: Template }) {
  const client = useQueryClient()
  const [off, setOff] = useState<ReadonlySet<SectionId>>(new Set(versions[0].off))
  const form = useForm({
    initial: { changes: '' },
    check: ({ changes }) => (changes.trim() ? {} : { changes: say('portraits.changes-missing') }),
    send: async ({ changes }) => {
      await api('POST /api/portraits/template', {
        body: { basedOn: current, off: [...off], changes: changes.trim() },
      })
      await client.invalidateQueries()
    },
  })
  const toggle = (id: SectionId, on: boolean) =>
    setOff(before => new Set(on ? [...before].filter(one => one !== id) : [...before, id]))
  return (
    <FormPage
      form={form}
      labels={{ changes: say('portraits.changes') }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('portraits.template-make', { number: current + 1 })}
        </Button>
      }
    >
      <FieldSet legend={say('portraits.sections')}>
        {sections.map(({ id, title, meaning, always }) => (
          <Checkbox
            key={id}
            label={title}
            description={meaning}
            disabled={always}
            checked={always || !off.has(id)}
            onChange={event => toggle(id, event.currentTarget.checked)}
          />
        ))}
      </FieldSet>
      <AreaField
        form={form}
        name="changes"
        label={say('portraits.changes')}
        hint={say('portraits.changes-hint')}
      />
    </FormPage>
  )
}
