import { Button, Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import type { ChosenUnit } from '../../../web/components/unit-finder.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { LinkPanel } from './link-panel.tsx'
import { checkRole, RoleFields, type RoleValues } from './role-fields.tsx'

type Invited = Answer<'POST /api/invitations'>
type Access = Answer<'GET /api/access'>

/**
 * Inviting a person: who, as whom, where; the answer is a link to hand over. Who comes from a unit's page (`?at=12`)
 * finds that unit filled in.
 */
export function InvitePage() {
  const access = useAnswer('GET /api/access', {})
  const [{ at }] = useUrlSearch()
  const unit = useAnswer('GET /api/units/:id', { params: { id: at ?? '' } }, { enabled: at !== undefined })
  const [invited, setInvited] = useState<Invited | null>(null)
  return (
    <>
      <PageHeader
        title={say('invite.title')}
        meaning={say('invite.meaning')}
        crumbs={[{ label: say('people.title'), link: { to: '/people' } }]}
      />
      <QueryView query={access} height={360}>
        {given =>
          // A unit out of reach is not filled in, and the form still opens.
          at !== undefined && unit.isPending ? (
            <Skeleton h={360} radius="md" aria-busy="true" />
          ) : invited ? (
            <div className="stack">
              <p>
                {invited.invitation.name}: <strong>{invited.invitation.sentence}</strong>
              </p>
              <LinkPanel link={invited.link} email={invited.invitation.email ?? ''} />
              <div className="row">
                <Button variant="default" onClick={() => setInvited(null)}>
                  {say('invite.another')}
                </Button>
                <Link to="/people">{say('invite.back')}</Link>
              </div>
            </div>
          ) : (
            <InviteForm access={given} at={unit.data ?? null} done={setInvited} />
          )
        }
      </QueryView>
    </>
  )
}

interface FormProps {
  readonly access: Access
  readonly at: ChosenUnit | null
  readonly done: (invited: Invited) => void
}

function InviteForm({ access, at, done }: FormProps) {
  const form = useForm<RoleValues & { name: string; email: string }>({
    initial: { name: '', email: '', role: '', unitId: at },
    check: values => ({
      ...(values.name.trim().length >= 2 ? {} : { name: say('person.name-missing') }),
      ...(values.email.includes('@') ? {} : { email: say('person.email-missing') }),
      ...checkRole(values),
    }),
    send: async ({ name, email, role, unitId }) =>
      done(
        await api('POST /api/invitations', {
          body: { name, email: email.trim(), role: role as Access['mayGive'][number], unitId: unitId!.id },
        }),
      ),
  })
  return (
    <FormPage
      form={form}
      labels={{
        name: say('person.name'),
        email: say('person.email'),
        role: say('people.role'),
        unitId: say('role.where'),
      }}
      buttons={
        <Button type="submit" loading={form.sending}>
          {say('invite.act')}
        </Button>
      }
    >
      <TextField form={form} name="name" label={say('person.name')} hint={say('invite.name-hint')} />
      <TextField form={form} name="email" label={say('person.email')} type="email" />
      <RoleFields form={form} access={access} />
    </FormPage>
  )
}
