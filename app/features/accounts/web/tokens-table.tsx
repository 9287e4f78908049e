import type { ReactNode } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { say } from '../../../web/messages/say.ts'

type Token = Answer<'GET /api/me/tokens'>['items'][number]

/** Tokens with what each may do and until when; what can be done about one that still works stands at its end. */
export function TokensTable<T extends Token>({
  rows,
  action,
}: {
  rows: readonly T[]
  action: (token: T) => ReactNode
}) {
  return (
    <PlainTable<T>
      label={say('tokens.title')}
      rows={rows}
      rowKey={token => token.id}
      columns={[
        { header: say('tokens.name'), cell: token => token.name },
        {
          header: say('tokens.scope'),
          cell: token => (
            <div className="stack-tight">
              <span>{token.may.join(', ')}</span>
              <span className="note">{token.sentence}</span>
            </div>
          ),
        },
        { header: say('tokens.until'), cell: token => <InstantText instant={token.expiresAt} short /> },
        {
          header: say('tokens.used'),
          cell: token =>
            token.lastUsedAt ? <InstantText instant={token.lastUsedAt} short /> : say('tokens.never'),
        },
        {
          header: '',
          cell: token =>
            token.revokedAt ? <span className="muted">{say('tokens.revoked')}</span> : action(token),
        },
      ]}
    />
  )
}
