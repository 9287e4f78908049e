import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import type { ApiError } from '../../../web/client/api-error.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useChange } from '../../../web/client/queries.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { locale, say } from '../../../web/messages/say.ts'
import { sessionQuery } from '../../../web/shell/session.ts'
import { useComeIn } from './come-in.ts'
import { checkNewPassword } from './new-password.ts'
import { NewPasswordFields } from './new-password-fields.tsx'

type Offer = Answer<'POST /api/invitation/read'>

/** What somebody sees who was sent a link: which role they are offered, and how to take it. */
export function InvitationPage() {
  const { token } = useParams({ from: '/guest/invitation/$token' })
  const offer = useQuery<Offer, ApiError>({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api('POST /api/invitation/read', { body: { token }, signal }),
    retry: false,
  })
  return (
    <>
      <PageHeader title={say('invitation.title')} />
      <QueryView query={offer} height={320}>
        {given => (
          <div className="stack">
            <p>
              {say('invitation.offer')} <strong>{given.sentence}</strong>
            </p>
            <p className="note">
              {given.email} · {say('link.works-until')} <InstantText instant={given.expiresAt} />
            </p>
            {given.hasAccount ? <TakeWithAccount token={token} /> : <TakeAnew token={token} offer={given} />}
          </div>
        )}
      </QueryView>
    </>
  )
}

function TakeAnew({ token, offer }: { token: string; offer: Offer }) {
  const comeIn = useComeIn()
  const form = useForm({
    initial: { name: offer.name, password: '', again: '' },
    check: values => ({
      ...(values.name.trim().length >= 2 ? {} : { name: say('person.name-missing') }),
      ...checkNewPassword(values),
    }),
    send: async ({ name, password }) => {
      await api('POST /api/invitation/accept', { body: { token, name, password, locale: locale() } })
      await comeIn()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ name: say('person.name'), password: say('password.new'), again: say('password.again') }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('invitation.accept')}
        </Button>
      }
    >
      <TextField
        form={form}
        name="name"
        label={say('person.name')}
        hint={say('person.name-hint')}
        autoComplete="name"
      />
      <NewPasswordFields form={form} />
    </FormPage>
  )
}

/** Somebody who has an account signs in first, so that nobody takes a role in their name. */
function TakeWithAccount({ token }: { token: string }) {
  const comeIn = useComeIn()
  const navigate = useNavigate()
  const client = useQueryClient()
  const session = useQuery(sessionQuery)
  const accept = useChange('POST /api/invitation/accept')
  if (!session.data?.me)
    return (
      <div className="stack">
        <p>{say('invitation.has-account')}</p>
        <div>
          <Button onClick={() => void navigate({ to: '/sign-in', search: { back: `/invitation/${token}` } })}>
            {say('sign-in.act')}
          </Button>
        </div>
      </div>
    )
  const take = async () => {
    await accept.mutateAsync({ body: { token } })
    client.clear()
    await comeIn()
  }
  return (
    <div className="stack">
      <p>{say('invitation.signed-in-as', { name: session.data.me.name })}</p>
      {accept.error && <ProblemPanel error={accept.error} />}
      <div>
        <Button loading={accept.isPending} onClick={() => void take().catch(() => undefined)}>
          {say('invitation.accept')}
        </Button>
      </div>
    </div>
  )
}
