import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import type { ApiError } from '../../../web/client/api-error.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { FieldSet, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { locale, say } from '../../../web/messages/say.ts'
import { useComeIn } from './come-in.ts'
import { checkNewPassword } from './new-password.ts'
import { NewPasswordFields } from './new-password-fields.tsx'

/** The first page of an empty installation: its region and its first administrator. */
export function SetupPage() {
  const { token } = useParams({ from: '/guest/setup/$token' })
  const link = useQuery<Answer<'POST /api/setup/read'>, ApiError>({
    queryKey: ['setup', token],
    queryFn: ({ signal }) => api('POST /api/setup/read', { body: { token }, signal }),
    retry: false,
  })
  return (
    <>
      <PageHeader title={say('setup.title')} meaning={say('setup.meaning')} />
      <QueryView query={link} height={420}>
        {() => <SetupForm token={token} />}
      </QueryView>
    </>
  )
}

function SetupForm({ token }: { token: string }) {
  const comeIn = useComeIn()
  const form = useForm({
    initial: { region: '', name: '', email: '', password: '', again: '' },
    check: values => ({
      ...(values.region.trim().length >= 2 ? {} : { region: say('setup.region-missing') }),
      ...(values.name.trim().length >= 2 ? {} : { name: say('person.name-missing') }),
      ...(values.email.includes('@') ? {} : { email: say('person.email-missing') }),
      ...checkNewPassword(values),
    }),
    send: async ({ again: _, ...given }) => {
      await api('POST /api/setup', { body: { ...given, email: given.email.trim(), token, locale: locale() } })
      await comeIn()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{
        region: say('setup.region'),
        name: say('person.name'),
        email: say('person.email'),
        password: say('password.new'),
        again: say('password.again'),
      }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('setup.act')}
        </Button>
      }
    >
      <TextField form={form} name="region" label={say('setup.region')} hint={say('setup.region-hint')} />
      <FieldSet legend={say('setup.administrator')}>
        <TextField
          form={form}
          name="name"
          label={say('person.name')}
          hint={say('person.name-hint')}
          autoComplete="name"
        />
        <TextField
          form={form}
          name="email"
          label={say('person.email')}
          type="email"
          autoComplete="username"
        />
        <NewPasswordFields form={form} />
      </FieldSet>
    </FormPage>
  )
}
