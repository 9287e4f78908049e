import { Button } from '@mantine/core'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useChange } from '../../../web/client/queries.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'

type Person = Answer<'GET /api/people/:id'>

/** The account of somebody who has left: what is kept of it, opening it again, and letting go of the name. */
export function FormerAccount({ person }: { person: Person }) {
  const reopen = useChange('POST /api/people/:id/reopen')
  const anonymise = useChange('POST /api/people/:id/anonymise')
  const request = { params: { id: person.id }, body: { version: person.version } }
  const text = person.anonymised ? 'person.anonymised' : person.closedAt ? 'person.closed' : 'person.left'
  const isOpenToActs = person.mayLetGo && !person.anonymised
  return (
    <Section title={say('person.account')} card>
      <p className="muted">{say(text)}</p>
      {reopen.error && <ProblemPanel error={reopen.error} />}
      {isOpenToActs && (
        <div className="row no-print">
          {person.closedAt === null ? (
            <CloseAccount person={person} />
          ) : (
            <>
              <Button
                variant="default"
                loading={reopen.isPending}
                onClick={() => void reopen.mutateAsync(request).catch(() => undefined)}
              >
                {say('person.reopen')}
              </Button>
              <ConfirmLoss
                question={say('person.anonymise-question')}
                loss={say('person.anonymise-loss', { name: person.name })}
                act={say('person.anonymise')}
                run={() => anonymise.mutateAsync(request)}
              >
                {ask => (
                  <Button variant="default" onClick={ask}>
                    {say('person.anonymise')}
                  </Button>
                )}
              </ConfirmLoss>
            </>
          )}
        </div>
      )}
    </Section>
  )
}

/** Takes everything by which somebody signs in; what they did stays under their name. */
export function CloseAccount({ person }: { person: Person }) {
  const close = useChange('POST /api/people/:id/close')
  return (
    <ConfirmLoss
      question={say('person.close-question')}
      loss={say('person.close-loss', { name: person.name })}
      act={say('person.close')}
      run={() => close.mutateAsync({ params: { id: person.id }, body: { version: person.version } })}
    >
      {ask => (
        <Button variant="default" onClick={ask}>
          {say('person.close')}
        </Button>
      )}
    </ConfirmLoss>
  )
}
