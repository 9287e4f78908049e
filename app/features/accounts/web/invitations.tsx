import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Answer, Item } from '../../../web/client/contract-types.ts'
import { useChange, useList } from '../../../web/client/queries.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { LinkPanel } from './link-panel.tsx'

type Invitation = Item<'GET /api/invitations'>
type Renewed = Answer<'POST /api/invitations/:id/renew'>

/** Invitations nobody has taken yet; nothing is shown where there are none. */
export function Invitations() {
  const open = useList('GET /api/invitations', { query: { state: 'open' } })
  const renew = useChange('POST /api/invitations/:id/renew')
  const [renewed, setRenewed] = useState<Renewed | null>(null)
  const rows = open.data?.pages.flatMap(page => page.items) ?? []
  if (open.error) return <ProblemPanel error={open.error} />
  if (rows.length === 0) return null
  return (
    <Section title={say('invitations.title')} meaning={say('invitations.meaning')}>
      {renew.error && <ProblemPanel error={renew.error} />}
      {renewed && <LinkPanel link={renewed.link} email={renewed.invitation.email} />}
      <PlainTable<Invitation>
        label={say('invitations.title')}
        rows={rows}
        rowKey={invitation => invitation.id}
        columns={[
          { header: say('person.name'), cell: invitation => invitation.name },
          { header: say('person.email'), cell: invitation => invitation.email },
          { header: say('people.roles'), cell: invitation => invitation.sentence },
          {
            header: say('link.until'),
            cell: invitation => <InstantText instant={invitation.expiresAt} short />,
          },
          {
            header: '',
            cell: invitation => (
              <div className="row no-print">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => renew.mutate({ params: { id: invitation.id } }, { onSuccess: setRenewed })}
                >
                  {say('invitations.renew')}
                </Button>
                <Revoke invitation={invitation} />
              </div>
            ),
          },
        ]}
      />
    </Section>
  )
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
