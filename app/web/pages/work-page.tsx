import { Skeleton } from '@mantine/core'
import { type ReactNode, Suspense, useCallback, useState } from 'react'
import { LastJobs } from '../../features/jobs/web/routes.ts'
import { UnreadNotices } from '../../features/notices/web/routes.ts'
import { MeasureShelf, PlanShelf } from '../../features/plans/web/routes.ts'
import { PortraitShelf } from '../../features/portraits/web/routes.ts'
import { SignalShelf } from '../../features/signals/web/routes.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { ShelvesContext } from '../components/shelf.tsx'
import { say } from '../messages/say.ts'
import { actingGrant, useMay, useMe } from '../shell/session.ts'
import { FirstSteps } from './first-steps.tsx'

const signalShelves = ['returned', 'due', 'check'] as const
/** What waits soonest first; what is mine besides, last. */
const measureShelves = ['due', 'returned', 'check', 'later'] as const

/**
 * «Моя работа»: what came back to me, what is due, what waits for my look; what I was told and have not read, the long
 * work I asked for; and on a new installation the first steps. Only shelves with something on them stand here; with
 * nothing on any, one sentence says so.
 */
export function WorkPage() {
  const me = useMe()
  const shelves = useShelves()
  const [told, setTold] = useState<Readonly<Record<string, boolean>>>({})
  const tell = useCallback(
    (id: string, holds: boolean) =>
      setTold(before => (before[id] === holds ? before : { ...before, [id]: holds })),
    [],
  )
  // All at once: shelves that come one after another would push each other about.
  const known = shelves.every(({ id }) => id in told)
  const waits = shelves.some(({ id }) => id !== 'jobs' && told[id])
  return (
    <>
      <PageHeader title={say('work.title')} meaning={actingGrant(me)?.sentence} />
      <div className="stack-wide">
        <FirstSteps />
        {!known && <Skeleton h={240} radius="md" aria-busy="true" />}
        {known && !waits && (
          <EmptyState title={say('work.nothing-waits')}>{say('work.nothing-waits-meaning')}</EmptyState>
        )}
        <div className={known ? 'grid-cards grid-wide' : undefined} hidden={!known}>
          <ShelvesContext value={tell}>
            {shelves.map(({ id, shelf }) => (
              <Suspense key={id}>{shelf}</Suspense>
            ))}
          </ShelvesContext>
        </div>
      </div>
    </>
  )
}

/** The shelves that this role has, by their ids: what is owed first, what one was told and has done last. */
function useShelves(): readonly { readonly id: string; readonly shelf: ReactNode }[] {
  const may = useMay()
  return [
    ...(may('signal.read')
      ? signalShelves.map(of => ({ id: `signals-${of}`, shelf: <SignalShelf shelf={of} /> }))
      : []),
    ...(may('plan.approve') ? [{ id: 'plans', shelf: <PlanShelf /> }] : []),
    ...(may('plan.read')
      ? measureShelves
          .filter(of => of !== 'check' || may('plan.accept'))
          .map(of => ({ id: `measures-${of}`, shelf: <MeasureShelf shelf={of} /> }))
      : []),
    ...(may('portrait.make') ? [{ id: 'portraits', shelf: <PortraitShelf /> }] : []),
    { id: 'notices', shelf: <UnreadNotices /> },
    ...(may('job.read') ? [{ id: 'jobs', shelf: <LastJobs /> }] : []),
  ]
}
