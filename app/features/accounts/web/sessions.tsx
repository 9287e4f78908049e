import { Button } from '@mantine/core'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'

type Session = Answer<'GET /api/me/sessions'>['items'][number]

/** Where one is signed in; each can be ended, and all but this one at once. */
export function Sessions() {
  const sessions = useAnswer('GET /api/me/sessions', {})
  const end = useChange('DELETE /api/me/sessions/:id')
  const endOthers = useChange('DELETE /api/me/sessions')
  const error = end.error ?? endOthers.error
  return (
    <Section
      title={say('sessions.title')}
      meaning={say('sessions.meaning')}
      aside={
        (sessions.data?.items.length ?? 0) > 1 && (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            {say('sessions.end-others')}
          </Button>
        )
      }
    >
      {error && <ProblemPanel error={error} />}
      <QueryView query={sessions} height={120}>
        {({ items }) => (
          <PlainTable<Session>
            label={say('sessions.title')}
            rows={items}
            rowKey={session => session.id}
            columns={[
              { header: say('sessions.browser'), cell: session => session.browser },
              { header: say('sessions.address'), cell: session => session.address },
              {
                header: say('sessions.started'),
                cell: session => <InstantText instant={session.startedAt} short />,
              },
              {
                header: say('sessions.seen'),
                cell: session => <InstantText instant={session.lastSeenAt} short />,
              },
              {
                header: '',
                cell: session =>
                  session.current ? (
                    <StateBadge tone="accepted">{say('sessions.this')}</StateBadge>
                  ) : (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      onClick={() => end.mutate({ params: { id: session.id } })}
                    >
                      {say('sessions.end')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
    </Section>
  )
}
