import { Button, Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useList } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ChoiceFilter, Filters } from '../../../web/components/filters.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { type Job, JobCard } from './job-card.tsx'

const STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
const EVERY = 2000

/** Long work one asked for: how far it is, what came of it. It goes on when the page is closed. */
export function JobsPage() {
  const [{ state }] = useUrlSearch()
  const jobs = useList('GET /api/jobs', { query: { state: STATES.find(one => one === state) } })
  const rows = jobs.data?.pages.flatMap(page => page.items)
  useRefreshWhileGoing(rows)
  return (
    <>
      <PageHeader title={say('jobs.title')} meaning={say('jobs.meaning')} />
      <div className="stack">
        <Filters names={['state']}>
          <ChoiceFilter
            name="state"
            label={say('units.state')}
            any={say('jobs.any')}
            choices={STATES.map(value => ({ value, label: say(`jobs.state.${value}`) }))}
          />
        </Filters>
        {jobs.error && <ProblemPanel error={jobs.error} retry={() => jobs.refetch()} />}
        {!rows && !jobs.error && <Skeleton h={160} radius="md" />}
        {rows?.length === 0 && <EmptyState title={say('jobs.empty')}>{say('jobs.empty-meaning')}</EmptyState>}
        {rows?.map(job => (
          <JobCard key={job.id} job={job} />
        ))}
        {jobs.hasNextPage && (
          <div>
            <Button
              variant="default"
              loading={jobs.isFetchingNextPage}
              onClick={() => void jobs.fetchNextPage()}
            >
              {say('table.more')}
            </Button>
          </div>
        )}
      </div>
    </>
  )
}

/** Asks again every two seconds while something is going on, and not otherwise. */
function useRefreshWhileGoing(rows: readonly Job[] | undefined): void {
  const client = useQueryClient()
  const going = rows?.some(({ state }) => state === 'queued' || state === 'running') ?? false
  useEffect(() => {
    if (!going) return
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ['GET /api/jobs'] }), EVERY)
    return () => clearInterval(timer)
  }, [going, client])
}
