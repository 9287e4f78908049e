import { Button, Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { FieldSet, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'
import { type Right, useMe } from '../../../web/shell/session.ts'

const DAYS = 90
const DAY = 86_400_000

/** A new token: what for, which of one's rights, and until when. */
export function NewTokenForm({ done }: { done: (token: Answer<'POST /api/me/tokens'>) => void }) {
  const { rights } = useMe()
  const client = useQueryClient()
  const access = useAnswer('GET /api/access', {})
  const form = useForm<{ name: string; rights: readonly Right[]; expiresAt: string }>({
    initial: {
      name: '',
      rights: [],
      expiresAt: new Date(Date.now() + DAYS * DAY).toISOString().slice(0, 10),
    },
    check: values => ({
      ...(values.name.trim().length >= 2 ? {} : { name: say('tokens.name-missing') }),
      ...(values.rights.length > 0 ? {} : { rights: say('tokens.rights-missing') }),
      ...(values.expiresAt ? {} : { expiresAt: say('tokens.until-missing') }),
    }),
    send: async values => {
      // Until the end of the named day, wherever the reader is.
      const expiresAt = new Date(`${values.expiresAt}T23:59:59`).toISOString()
      const made = await api('POST /api/me/tokens', {
        body: { name: values.name, rights: [...values.rights], expiresAt },
      })
      await client.invalidateQueries()
      done(made)
    },
  })
  const toggle = (right: Right, on: boolean) =>
    form.set('rights', on ? [...form.values.rights, right] : form.values.rights.filter(one => one !== right))
  // A key cannot make keys: what is always refused is not offered.
  const own =
    access.data?.rights.filter(({ right }) => right !== 'token.make' && rights.includes(right)) ?? []
  return (
    <FormPage
      form={form}
      labels={{ name: say('tokens.name'), rights: say('tokens.scope'), expiresAt: say('tokens.until') }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('tokens.make')}
        </Button>
      }
    >
      <TextField form={form} name="name" label={say('tokens.name')} hint={say('tokens.name-hint')} />
      <FieldSet legend={say('tokens.scope')}>
        {own.map(({ right, text }, index) => (
          <Checkbox
            key={right}
            id={index === 0 ? form.idOf('rights') : undefined}
            label={text}
            checked={form.values.rights.includes(right)}
            onChange={event => toggle(right, event.currentTarget.checked)}
          />
        ))}
      </FieldSet>
      <TextField form={form} name="expiresAt" label={say('tokens.until')} type="date" width={200} />
    </FormPage>
  )
}
