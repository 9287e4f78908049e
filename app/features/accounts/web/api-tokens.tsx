import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { ConfirmLoss } from '../../../web/components/confirm-loss.tsx'
import { CopyText } from '../../../web/components/copy-text.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { NewTokenForm } from './new-token-form.tsx'
import { TokensTable } from './tokens-table.tsx'

type Token = Answer<'GET /api/me/tokens'>['items'][number]
type Made = Answer<'POST /api/me/tokens'>

/** Tokens by which other programs act in one's name, within fewer rights and until a day. */
export function ApiTokens() {
  const tokens = useAnswer('GET /api/me/tokens', {})
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  return (
    <Section
      title={say('tokens.title')}
      meaning={
        <>
          {say('tokens.meaning')} <a href="/api/docs">{say('tokens.docs')}</a>
        </>
      }
      aside={
        !making && (
          <Button variant="default" onClick={() => setMaking(true)}>
            {say('tokens.make')}
          </Button>
        )
      }
    >
      {made && (
        <div className="card stack" role="status">
          <p>{say('tokens.once')}</p>
          <CopyText label={made.name} text={made.token} />
        </div>
      )}
      {making && (
        <div className="card">
          <NewTokenForm
            done={token => {
              setMade(token)
              setMaking(false)
            }}
          />
        </div>
      )}
      <QueryView query={tokens} height={100}>
        {({ items }) =>
          items.length === 0 ? (
            !making && <EmptyState title={say('tokens.empty')}>{say('tokens.empty-meaning')}</EmptyState>
          ) : (
            <TokensTable rows={items} action={token => <Revoke token={token} />} />
          )
        }
      </QueryView>
    </Section>
  )
}

function Revoke({ token }: { token: Token }) {
  const revoke = useChange('DELETE /api/me/tokens/:id')
  return (
    <ConfirmLoss
      question={say('tokens.revoke-question')}
      loss={say('tokens.revoke-loss', { name: token.name })}
      act={say('tokens.revoke')}
      run={() => revoke.mutateAsync({ params: { id: token.id } })}
    >
      {ask => (
        <Button variant="subtle" size="compact-sm" onClick={ask}>
          {say('tokens.revoke')}
        </Button>
      )}
    </ConfirmLoss>
  )
}
