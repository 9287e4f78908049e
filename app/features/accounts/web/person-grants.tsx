import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { DateText } from '../../../web/components/dates.tsx'
import { FieldRow, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { Section } from '../../../web/components/section.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './person-grants.module.css'
import { checkRole, RoleFields, type RoleValues } from './role-fields.tsx'

type Person = Answer<'GET /api/people/:id'>
type Grant = Person['grants'][number]
type Access = Answer<'GET /api/access'>

/** The roles of a person, each in one sentence; giving one more, and taking one back. */
export function PersonGrants({ person }: { person: Person }) {
  const [giving, setGiving] = useState(false)
  const access = useAnswer('GET /api/access', {}, { enabled: giving })
  return (
    <Section
      title={say('people.roles')}
      meaning={say('person.roles-meaning')}
      card
      aside={
        person.mayGrant &&
        !giving && (
          <Button variant="default" onClick={() => setGiving(true)}>
            {say('role.give')}
          </Button>
        )
      }
    >
      <ul className={style.grants}>
        {person.grants.map(grant => (
          <GrantRow key={grant.id} grant={grant} person={person} />
        ))}
      </ul>
      {giving && access.data && (
        <GiveForm person={person} access={access.data} done={() => setGiving(false)} />
      )}
    </Section>
  )
}

function GrantRow({ grant, person }: { grant: Grant; person: Person }) {
  const revoke = useChange('POST /api/grants/:id/revoke')
  return (
    <li>
      <div className="stack-tight">
        <span className={grant.active ? undefined : 'muted'}>{grant.sentence}</span>
        {(grant.validFrom || grant.validTo) && (
          <span className="note">
            {grant.validFrom && (
              <>
                {say('date.from')} <DateText date={grant.validFrom} />{' '}
              </>
            )}
            {grant.validTo && (
              <>
                {say('date.to')} <DateText date={grant.validTo} />
              </>
            )}
          </span>
        )}
      </div>
      {grant.revokedAt && <StateBadge tone="unknown">{say('role.revoked')}</StateBadge>}
      {person.mayGrant && !grant.revokedAt && (
        <ConfirmLoss
          question={say('role.revoke-question')}
          loss={say('role.revoke-loss', { name: person.name, sentence: grant.sentence })}
          act={say('role.revoke')}
          run={() => revoke.mutateAsync({ params: { id: grant.id }, body: {} })}
        >
          {ask => (
            <Button variant="subtle" size="compact-sm" onClick={ask}>
              {say('role.revoke')}
            </Button>
          )}
        </ConfirmLoss>
      )}
    </li>
  )
}

function GiveForm({ person, access, done }: { person: Person; access: Access; done: () => void }) {
  const client = useQueryClient()
  const form = useForm<RoleValues & { validFrom: string; validTo: string }>({
    initial: { role: '', unitId: null, validFrom: '', validTo: '' },
    check: checkRole,
    send: async ({ role, unitId, validFrom, validTo }) => {
      await api('POST /api/people/:id/grants', {
        params: { id: person.id },
        body: {
          role: role as Access['mayGive'][number],
          unitId: unitId!.id,
          validFrom: validFrom || null,
          validTo: validTo || null,
        },
      })
      await client.invalidateQueries()
      done()
    },
  })
  return (
    <FormPage
      form={form}
      labels={{ role: say('people.role'), unitId: say('role.where') }}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {say('role.give')}
          </Button>
          <Button variant="subtle" onClick={done}>
            {say('action.cancel')}
          </Button>
        </>
      }
    >
      <RoleFields form={form} access={access} />
      <FieldRow>
        <TextField form={form} name="validFrom" label={say('role.from')} type="date" optional />
        <TextField form={form} name="validTo" label={say('role.to')} type="date" optional />
      </FieldRow>
    </FormPage>
  )
}
