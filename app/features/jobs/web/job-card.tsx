import { Button } from '@mantine/core'
import type { Item } from '../../../web/client/contract-types.ts'
import { useChange } from '../../../web/client/queries.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Progress } from '../../../web/components/progress.tsx'
import { StateBadge, type Tone } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'

export type Job = Item<'GET /api/jobs'>

const tones: Record<Job['state'], Tone> = {
  queued: 'unknown',
  running: 'going',
  done: 'accepted',
  failed: 'asks',
  cancelled: 'unknown',
}

/** One piece of long work, ending with a sentence. */
export function JobCard({ job, heading: Heading = 'h2' }: { job: Job; heading?: 'h2' | 'h3' }) {
  const cancel = useChange('POST /api/jobs/:id/cancel')
  const going = job.state === 'queued' || job.state === 'running'
  return (
    <section className="card stack" aria-label={job.title}>
      <div className="row-apart">
        <div className="stack-tight">
          <Heading style={{ fontSize: '1.125rem' }}>{job.title}</Heading>
          <p className="note">
            <InstantText instant={job.startedAt ?? job.createdAt} />
          </p>
        </div>
        <StateBadge tone={tones[job.state]}>{say(`jobs.state.${job.state}`)}</StateBadge>
      </div>
      {job.state === 'running' && (
        <Progress
          label={[job.progress.stage, job.progress.detail].filter(Boolean).join(' · ')}
          done={job.progress.done}
          total={job.progress.total}
        />
      )}
      {job.result && (
        <p>
          {job.result.text} {job.result.link && <a href={job.result.link}>{say('jobs.open')}</a>}
        </p>
      )}
      {job.problems.map(({ code, text, advice }) => (
        <p key={code}>
          {text} <span className="muted">{advice}</span>
        </p>
      ))}
      {cancel.error && <ProblemPanel error={cancel.error} />}
      {going && (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            disabled={job.cancelRequested}
            onClick={() => cancel.mutate({ params: { id: job.id } })}
          >
            {say(job.cancelRequested ? 'jobs.cancelling' : 'jobs.cancel')}
          </Button>
        </div>
      )}
    </section>
  )
}
