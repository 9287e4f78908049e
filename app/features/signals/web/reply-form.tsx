import { Button, Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { AttachFiles, type Sent } from '../../../web/components/attach-files.tsx'
import { AreaField, FieldSet } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'

type Passport = Answer<'GET /api/signals/:id'>

/** The school's own voice: causes from the list, words, files. */
export function ReplyForm({ passport: { id, version, channels, school } }: { passport: Passport }) {
  const client = useQueryClient()
  const [causes, setCauses] = useState<readonly string[]>([])
  const [files, setFiles] = useState<readonly Sent[]>([])
  const known = useAnswer('GET /api/reply-causes', {
    query: { channels: channels.map(channel => channel.id).join(',') },
  })
  const form = useForm({
    initial: { text: '' },
    check: ({ text }) => (text.trim() ? {} : { text: say('signal.text-missing') }),
    send: async ({ text }) => {
      await api('POST /api/signals/:id/reply', {
        params: { id },
        body: { version, causes: [...causes], text: text.trim(), files: files.map(file => file.id) },
      })
      await client.invalidateQueries()
    },
  })
  const toggle = (cause: string, on: boolean) =>
    setCauses(before => (on ? [...before, cause] : before.filter(one => one !== cause)))
  return (
    <FormPage
      form={form}
      labels={{ text: say('signal.text.reply') }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('signal.act.reply')}
        </Button>
      }
    >
      <p className="muted">{say('signal.act-meaning.reply')}</p>
      {(known.data?.items.length ?? 0) > 0 && (
        <FieldSet legend={say('signal.causes')}>
          {known.data?.items.map(cause => (
            <Checkbox
              key={cause.id}
              label={cause.text}
              checked={causes.includes(cause.id)}
              onChange={event => toggle(cause.id, event.currentTarget.checked)}
            />
          ))}
        </FieldSet>
      )}
      <AreaField
        form={form}
        name="text"
        label={say('signal.text.reply')}
        hint={say('signal.text.reply-hint')}
      />
      <AttachFiles unitId={school.id} files={files} change={setFiles} />
    </FormPage>
  )
}
