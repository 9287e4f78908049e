import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { RunContent } from './run-page.tsx'
import { RunState } from './run-state.tsx'

/** The territory as the latest analysis of the campaign shows it; the page to come back to. */
export function RegionPage() {
  const may = useMay()
  const [{ campaign }] = useUrlSearch()
  const runs = useAnswer('GET /api/runs', {
    query: { campaign: campaign ? Number(campaign) : undefined, state: 'done', limit: 1 },
  })
  const latest = runs.data?.items[0]
  const run = useAnswer(
    'GET /api/runs/:id',
    { params: { id: latest?.id ?? 0 } },
    { enabled: latest !== undefined },
  )
  return (
    <>
      <PageHeader
        title={say('region.title')}
        state={latest && <RunState run={latest} />}
        meaning={
          latest ? (
            <>
              {say('region.by-run')}{' '}
              <Link to="/runs/$id" params={{ id: String(latest.id) }}>
                {latest.title}
              </Link>
            </>
          ) : (
            say('region.meaning')
          )
        }
      />
      <QueryView query={runs} height={480}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={say('runs.empty')}
              action={may('run.start') && <Link to="/runs/new">{say('runs.start')}</Link>}
            >
              {say(may('run.start') ? 'runs.empty-meaning' : 'runs.empty-below')}
            </EmptyState>
          ) : (
            <QueryView query={run} height={480}>
              {known => <RunContent run={known} />}
            </QueryView>
          )
        }
      </QueryView>
    </>
  )
}
