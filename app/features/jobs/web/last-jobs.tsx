import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../../web/client/queries.ts'
import { Shelf } from '../../../web/components/shelf.tsx'
import { say } from '../../../web/messages/say.ts'
import { type Job, JobCard } from './job-card.tsx'

const SHOWN = 3
const EVERY = 2000

/** The last long works one asked for, for «Моя работа»; looked at every two seconds while something is going on. */
export function LastJobs() {
  const jobs = useAnswer(
    'GET /api/jobs',
    { query: { limit: SHOWN } },
    { every: answer => (answer?.items.some(isGoing) ? EVERY : false) },
  )
  return (
    <Shelf
      id="jobs"
      query={jobs}
      isEmpty={({ items }) => items.length === 0}
      title={say('jobs.title')}
      aside={<Link to="/jobs">{say('work.all-jobs')}</Link>}
    >
      {({ items }) => items.map(job => <JobCard key={job.id} job={job} heading="h3" />)}
    </Shelf>
  )
}

function isGoing({ state }: Job): boolean {
  return state === 'queued' || state === 'running'
}
