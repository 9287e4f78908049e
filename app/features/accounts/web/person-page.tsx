import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { Facts } from '../../../web/components/facts.tsx'
import { HistoryPanel } from '../../../web/components/history-panel.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { CorrectPerson } from './correct-person.tsx'
import { CloseAccount, FormerAccount } from './let-go.tsx'
import { LinkPanel } from './link-panel.tsx'
import { PersonGrants } from './person-grants.tsx'
import { PersonTokens } from './person-tokens.tsx'

type Person = Answer<'GET /api/people/:id'>

/** One person: their roles, whether they can sign in, and what was done to their account. */
export function PersonPage() {
  const { id } = useParams({ from: '/signed-in/people/$id' })
  const person = useAnswer('GET /api/people/:id', { params: { id } }, { ofPage: true })
  const may = useMay()
  return (
    <>
      <PageHeader
        title={person.data?.name}
        crumbs={[{ label: say('people.title'), link: { to: '/people' } }]}
        state={
          person.data?.closedAt ? (
            <StateBadge tone="unknown">
              {say(person.data.anonymised ? 'person.state.anonymised' : 'person.state.closed')}
            </StateBadge>
          ) : person.data?.former ? (
            <StateBadge tone="unknown">{say('people.state.left')}</StateBadge>
          ) : (
            person.data?.blockedAt && <StateBadge tone="unknown">{say('people.state.blocked')}</StateBadge>
          )
        }
      />
      <QueryView query={person} height={280}>
        {given => (
          <div className="stack-wide">
            <PersonGrants person={given} />
            {given.email === null ? (
              <FormerAccount person={given} />
            ) : (
              <Account person={given} email={given.email} />
            )}
            {may('person.edit') && <PersonTokens id={given.id} />}
            {/* Who came in and who gave a role is told to those who may read the log. */}
            {may('audit.read') && <HistoryPanel subject="person" id={given.id} />}
          </div>
        )}
      </QueryView>
    </>
  )
}

function Account({ person, email }: { person: Person; email: string }) {
  const change = useChange('PATCH /api/people/:id')
  const reset = useChange('POST /api/people/:id/reset-link', { keep: true })
  const [link, setLink] = useState<Answer<'POST /api/people/:id/reset-link'> | null>(null)
  const [correcting, setCorrecting] = useState(false)
  const params = { id: person.id }
  const makeLink = (dropSecondFactor: boolean) =>
    reset.mutateAsync({ params, body: { dropSecondFactor } }).then(setLink)
  const block = (blocked: boolean) =>
    change.mutateAsync({ params, body: { blocked, version: person.version } })
  return (
    <Section title={say('person.account')} card>
      <Facts
        facts={[
          [say('person.email'), email],
          [
            say('person.last-seen'),
            person.lastSeenAt ? <InstantText instant={person.lastSeenAt} /> : say('person.never'),
          ],
          [
            say('second-factor.title'),
            say(person.secondFactorEnabled ? 'second-factor.on' : 'second-factor.off'),
          ],
        ]}
      />
      {(change.error ?? reset.error) && <ProblemPanel error={(change.error ?? reset.error) as Error} />}
      {link && <LinkPanel link={link} email={email} />}
      {correcting && <CorrectPerson person={person} email={email} done={() => setCorrecting(false)} />}
      {person.mayEdit && !correcting && (
        <div className="row no-print">
          <Button variant="default" onClick={() => setCorrecting(true)}>
            {say('person.correct')}
          </Button>
          <Button variant="default" onClick={() => void makeLink(false).catch(() => undefined)}>
            {say('person.reset-link')}
          </Button>
          {person.secondFactorEnabled && (
            <ConfirmLoss
              question={say('person.drop-factor-question')}
              loss={say('person.drop-factor-loss', { name: person.name })}
              act={say('person.drop-factor')}
              run={() => makeLink(true)}
            >
              {ask => (
                <Button variant="default" onClick={ask}>
                  {say('person.drop-factor')}
                </Button>
              )}
            </ConfirmLoss>
          )}
          {/* Blocking takes nothing away for good: it is taken back by the same button. */}
          <Button
            variant="default"
            loading={change.isPending}
            onClick={() => void block(!person.blockedAt).catch(() => undefined)}
          >
            {say(person.blockedAt ? 'person.unblock' : 'person.block')}
          </Button>
          <CloseAccount person={person} />
        </div>
      )}
    </Section>
  )
}
