import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import type { ApiError } from '../../../web/client/api-error.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { say } from '../../../web/messages/say.ts'
import { checkNewPassword } from './new-password.ts'
import { NewPasswordFields } from './new-password-fields.tsx'

/** A new password by the link an administrator gave. */
export function PasswordResetPage() {
  const { token } = useParams({ from: '/guest/password-reset/$token' })
  const [done, setDone] = useState(false)
  const link = useQuery<Answer<'POST /api/password-reset/read'>, ApiError>({
    queryKey: ['password-reset', token],
    queryFn: ({ signal }) => api('POST /api/password-reset/read', { body: { token }, signal }),
    retry: false,
  })
  if (done)
    return (
      <>
        <PageHeader title={say('reset.done')} meaning={say('reset.done-meaning')} />
        <Link to="/sign-in">{say('sign-in.act')}</Link>
      </>
    )
  return (
    <>
      <PageHeader title={say('reset.title')} meaning={link.data && `${link.data.name}, ${link.data.email}`} />
      <QueryView query={link} height={240}>
        {() => <ResetForm token={token} done={() => setDone(true)} />}
      </QueryView>
    </>
  )
}

function ResetForm({ token, done }: { token: string; done: () => void }) {
  const form = useForm({
    initial: { password: '', again: '' },
    check: checkNewPassword,
    send: async ({ password }) => {
      await api('POST /api/password-reset', { body: { token, password } })
      done()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ password: say('password.new'), again: say('password.again') }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('reset.act')}
        </Button>
      }
    >
      <NewPasswordFields form={form} />
    </FormPage>
  )
}
