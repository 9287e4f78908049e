import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Answer, Item } from '../../../web/client/contract-types.ts'
import { useChange, useList } from '../../../web/client/queries.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { type Column, DataTable } from '../../../web/components/data-table.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters } from '../../../web/components/filters.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Section } from '../../../web/components/section.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { LinkPanel } from './link-panel.tsx'

type Invitation = Item<'GET /api/invitations'>
type Renewed = Answer<'POST /api/invitations/:id/renew'>

const OTHER_STATES = ['void', 'expired', 'accepted', 'revoked'] as const
type State = 'open' | (typeof OTHER_STATES)[number]

/** Invitations by what became of them; those that wait for an answer come first. */
export function Invitations() {
  const [search] = useUrlSearch()
  const state: State = OTHER_STATES.find(one => one === search.invitations) ?? 'open'
  const list = useList('GET /api/invitations', { query: { state } })
  const renew = useChange('POST /api/invitations/:id/renew')
  const [renewed, setRenewed] = useState<Renewed | null>(null)
  return (
    <Section title={say('invitations.title')} meaning={say(`invitations.meaning.${state}`)}>
      <Filters
        names={['invitations']}
        end={
          <ExportButton
            operation="GET /api/invitations/export.xlsx"
            request={{ query: { state } }}
            format="Excel"
            label={say('invitations.export')}
          />
        }
      >
        <ChoiceFilter
          name="invitations"
          label={say('invitations.state')}
          any={say('invitations.state.open')}
          choices={OTHER_STATES.map(value => ({ value, label: say(`invitations.state.${value}`) }))}
        />
      </Filters>
      {renew.error && <ProblemPanel error={renew.error} />}
      {renewed && <LinkPanel link={renewed.link} email={renewed.invitation.email ?? ''} />}
      <DataTable<Invitation>
        label={say('invitations.title')}
        list={list}
        columns={columns(state)}
        rowKey={invitation => invitation.id}
        {...(state === 'accepted' || state === 'revoked'
          ? {}
          : {
              rowActions: invitation => (
                <>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => renew.mutate({ params: { id: invitation.id } }, { onSuccess: setRenewed })}
                  >
                    {say('invitations.renew')}
                  </Button>
                  <Revoke invitation={invitation} />
                </>
              ),
            })}
        empty={<p className="note">{say('invitations.none')}</p>}
      />
    </Section>
  )
}

function columns(state: State): [Column<Invitation>, ...Column<Invitation>[]] {
  return [
    { id: 'name', header: say('person.name'), cell: invitation => invitation.name },
    { id: 'email', header: say('person.email'), cell: invitation => invitation.email ?? '' },
    { id: 'role', header: say('people.roles'), cell: invitation => invitation.sentence },
    { id: 'inviter', header: say('invitations.by'), cell: invitation => invitation.invitedBy ?? '' },
    state === 'accepted' || state === 'revoked'
      ? {
          id: 'created',
          header: say('invitations.created'),
          cell: invitation => <InstantText instant={invitation.createdAt} short />,
        }
      : {
          id: 'until',
          header: say('link.until'),
          cell: invitation => <InstantText instant={invitation.expiresAt} short />,
        },
  ]
}

function Revoke({ invitation }: { invitation: Invitation }) {
  const revoke = useChange('POST /api/invitations/:id/revoke')
  return (
    <ConfirmLoss
      question={say('invitations.revoke-question')}
      loss={say('invitations.revoke-loss', { name: invitation.name })}
      act={say('invitations.revoke')}
      run={() => revoke.mutateAsync({ params: { id: invitation.id } })}
    >
      {ask => (
        <Button variant="subtle" size="compact-sm" onClick={ask}>
          {say('invitations.revoke')}
        </Button>
      )}
    </ConfirmLoss>
  )
}
