import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import type { Request } from '../../../web/client/contract-types.ts'
import { AreaField, SelectField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'

type Body = Request<'POST /api/portraits/remarks'>['body']

interface Props {
  readonly about: Body['about']
  readonly sections: readonly { readonly id: string; readonly title: string }[]
}

/** Says something of a portrait or of the template. */
export function RemarkForm({ about, sections }: Props) {
  const client = useQueryClient()
  const [sent, setSent] = useState(false)
  const initial = { section: '', text: '' }
  const form = useForm({
    initial,
    check: ({ text }) => (text.trim() ? {} : { text: say('portraits.text-missing') }),
    send: async ({ section, text }) => {
      const body = { about, section: (section || null) as Body['section'], text: text.trim() }
      await api('POST /api/portraits/remarks', { body })
      form.setValues(initial)
      setSent(true)
      await client.invalidateQueries()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ section: say('portraits.section'), text: say('portraits.remark-text') }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('portraits.remark-send')}
        </Button>
      }
    >
      {sent && <p role="status">{say('portraits.remark-sent')}</p>}
      <SelectField
        form={form}
        name="section"
        label={say('portraits.section')}
        choices={[
          { value: '', label: say('portraits.whole') },
          ...sections.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <AreaField
        form={form}
        name="text"
        label={say('portraits.remark-text')}
        hint={say('portraits.remark-hint')}
      />
    </FormPage>
  )
}
