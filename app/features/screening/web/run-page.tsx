import { Link, useParams } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { say } from '../../../web/messages/say.ts'
import { PublishRun } from './publish-run.tsx'
import { RunMade } from './run-made.tsx'
import { RunProgress } from './run-progress.tsx'
import { RunState } from './run-state.tsx'
import { RunView } from './run-view.tsx'

export type Run = Answer<'GET /api/runs/:id'>

const EVERY = 750
/** What has no end to count towards is short: the beginning, and the keeping of what was found. */
const SOON = 300

/** One analysis: while it is going on, how far it is; afterwards what it found, from the place of the reader. */
export function RunPage() {
  const { id } = useParams({ from: '/signed-in/runs/$id' })
  const run = useAnswer(
    'GET /api/runs/:id',
    { params: { id } },
    { every: known => (known ? askAgainIn(known) : false), ofPage: true },
  )
  return (
    <>
      <PageHeader
        title={run.data?.title}
        crumbs={[{ label: say('runs.title'), link: { to: '/runs' } }]}
        state={run.data && <RunState run={run.data} />}
        meaning={run.data && <Meaning run={run.data} />}
        action={run.data?.may.includes('publish') && <PublishRun run={run.data} />}
      />
      <QueryView query={run} height={480}>
        {known => <RunContent run={known} />}
      </QueryView>
    </>
  )
}

/** Until then the page asks how far it is, ms; not where nothing more is to come. */
function askAgainIn(run: Run): number | false {
  if (!run.progress) return false
  return run.progress.total === null ? SOON : EVERY
}

function Meaning({ run: { campaign, region, createdAt, createdBy } }: { run: Run }) {
  return (
    <>
      {[region.name, campaign?.title].filter(Boolean).join(' · ')} · {createdBy.name},{' '}
      <InstantText instant={createdAt} />
    </>
  )
}

/** What the page of a run holds below its head; the page «Картина территории» shows the same. */
export function RunContent({ run }: { run: Run }) {
  if (run.progress) return <RunProgress run={run} />
  if (run.state === 'cancelled') return <p>{say('runs.cancelled-meaning')}</p>
  if (run.state !== 'done')
    return (
      <div className="card stack" role="alert">
        {run.problems.map(({ code, text, advice }) => (
          <div key={code} className="stack-tight">
            <p>{text}</p>
            <p className="muted">{advice}</p>
          </div>
        ))}
      </div>
    )
  return (
    <div className="stack-wide">
      <Warnings run={run} />
      <RunView run={run} />
      <RunMade run={run} />
    </div>
  )
}

/** What changes how the numbers are to be read, before the first of them. */
function Warnings({ run: { dataUndone, undoneFiles, supersededBy, publishedAt } }: { run: Run }) {
  if (!dataUndone && !supersededBy && publishedAt) return null
  return (
    <div className="stack">
      {!publishedAt && <p className="note">{say('runs.draft-meaning')}</p>}
      {supersededBy && (
        <p role="status">
          {say('runs.superseded-by')}{' '}
          <Link to="/runs/$id" params={{ id: String(supersededBy.id) }}>
            {supersededBy.title}
          </Link>
        </p>
      )}
      {dataUndone && (
        <div className="card stack-tight" role="status">
          <p>{say('runs.undone-meaning')}</p>
          {undoneFiles.map(file => (
            <p key={file} className="note">
              {file}
            </p>
          ))}
        </div>
      )}
    </div>
  )
}
