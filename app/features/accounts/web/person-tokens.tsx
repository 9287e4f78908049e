import { Button } from '@mantine/core'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { TokensTable } from './tokens-table.tsx'

type Token = Answer<'GET /api/people/:id/tokens'>['items'][number]

/** Tokens that act in a person's name on the reader's territory; nothing is shown where there are none. */
export function PersonTokens({ id }: { id: string }) {
  const tokens = useAnswer('GET /api/people/:id/tokens', { params: { id } })
  if (tokens.error) return <ProblemPanel error={tokens.error} />
  if (!tokens.data || tokens.data.items.length === 0) return null
  return (
    <Section title={say('tokens.title')} meaning={say('tokens.of-person')}>
      <TokensTable rows={tokens.data.items} action={token => <Revoke token={token} />} />
    </Section>
  )
}

function Revoke({ token }: { token: Token }) {
  const revoke = useChange('POST /api/tokens/:id/revoke')
  if (!token.mayRevoke) return null
  return (
    <ConfirmLoss
      question={say('tokens.revoke-question')}
      loss={say('tokens.revoke-theirs-loss', { name: token.name })}
      act={say('tokens.revoke')}
      run={() => revoke.mutateAsync({ params: { id: token.id }, body: {} })}
    >
      {ask => (
        <Button variant="subtle" size="compact-sm" onClick={ask}>
          {say('tokens.revoke')}
        </Button>
      )}
    </ConfirmLoss>
  )
}
