import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { CopyText } from '../../../web/components/copy-text.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'

/** The address by which a calendar program fetches one's terms: shown once when it is made, ended here. */
export function OwnCalendar() {
  const calendar = useAnswer('GET /api/my-calendar', {})
  const make = useChange('POST /api/my-calendar')
  const end = useChange('DELETE /api/my-calendar')
  const [address, setAddress] = useState<string | null>(null)
  const error = make.error ?? end.error
  const begin = () =>
    make.mutate({}, { onSuccess: made => setAddress(new URL(made.address, location.origin).href) })
  const finish = () => end.mutate({}, { onSuccess: () => setAddress(null) })
  return (
    <Section title={say('my-calendar.title')} meaning={say('my-calendar.meaning')} card>
      {error && <ProblemPanel error={error} />}
      <QueryView query={calendar} height={80}>
        {({ since }) => (
          <div className="stack" role="status">
            {address && (
              <>
                <p>{say('my-calendar.once')}</p>
                <CopyText label={say('my-calendar.address')} text={address} />
              </>
            )}
            {since === null ? (
              <p>{say('my-calendar.none')}</p>
            ) : (
              <p className="note">
                {say('my-calendar.since')} <InstantText instant={since} />
              </p>
            )}
            <div className="row">
              <Button variant="default" loading={make.isPending} onClick={begin}>
                {say(since === null ? 'my-calendar.make' : 'my-calendar.make-other')}
              </Button>
              {since !== null && (
                <Button variant="subtle" loading={end.isPending} onClick={finish}>
                  {say('my-calendar.end')}
                </Button>
              )}
            </div>
          </div>
        )}
      </QueryView>
    </Section>
  )
}
