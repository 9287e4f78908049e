import { Suspense } from 'react'
import { LastJobs } from '../../features/jobs/web/routes.ts'
import { UnreadNotices } from '../../features/notices/web/routes.ts'
import { MeasureShelf } from '../../features/plans/web/routes.ts'
import { PortraitShelf } from '../../features/portraits/web/routes.ts'
import { SignalShelf } from '../../features/signals/web/routes.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { say } from '../messages/say.ts'
import { actingGrant, useMay, useMe } from '../shell/session.ts'
import { FirstSteps } from './first-steps.tsx'

const shelves = ['returned', 'due', 'check'] as const
const measureShelves = ['mine', 'due', 'returned', 'check'] as const

/**
 * «Моя работа»: what came back to me, what is due, what waits for my look; what I was told and have not read, the long
 * work I asked for; and on a new installation the first steps.
 */
export function WorkPage() {
  const me = useMe()
  const may = useMay()
  return (
    <>
      <PageHeader title={say('work.title')} meaning={actingGrant(me)?.sentence} />
      <div className="stack-wide">
        <FirstSteps />
        <div className="grid-cards">
          {shelves.map(shelf =>
            may('signal.read') ? (
              <Suspense key={shelf}>
                <SignalShelf shelf={shelf} />
              </Suspense>
            ) : (
              <Section key={shelf} title={say(`work.${shelf}`)}>
                <EmptyState title={say(`work.${shelf}-empty`)}>{say(`work.${shelf}-meaning`)}</EmptyState>
              </Section>
            ),
          )}
        </div>
        {may('plan.read') && (
          <div className={may('plan.accept') ? 'grid-cards grid-wide' : 'grid-cards'}>
            {measureShelves
              .filter(shelf => shelf !== 'check' || may('plan.accept'))
              .map(shelf => (
                <Suspense key={shelf}>
                  <MeasureShelf shelf={shelf} />
                </Suspense>
              ))}
          </div>
        )}
        <div className="grid-cards">
          <Suspense>
            <UnreadNotices />
          </Suspense>
          {may('portrait.make') && (
            <Suspense>
              <PortraitShelf />
            </Suspense>
          )}
          {may('job.read') && (
            <Suspense>
              <LastJobs />
            </Suspense>
          )}
        </div>
      </div>
    </>
  )
}
