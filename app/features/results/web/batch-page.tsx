import { Link, useParams } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { Facts } from '../../../web/components/facts.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemsTable } from '../../../web/components/problems-table.tsx'
import { Progress } from '../../../web/components/progress.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { BatchActs } from './batch-acts.tsx'
import { BatchState } from './batch-state.tsx'
import { RemarksSection } from './remarks-section.tsx'
import { useRefreshWhileReading } from './use-refresh.ts'

type Batch = Answer<'GET /api/imports/:id'>

/** One file: what it holds, everything met in it, and the decision. */
export function BatchPage() {
  const { id } = useParams({ from: '/signed-in/imports/$id' })
  const batch = useAnswer('GET /api/imports/:id', { params: { id } }, { ofPage: true })
  useRefreshWhileReading(batch.data ? [batch.data] : [])
  return (
    <>
      <PageHeader
        title={batch.data?.file}
        meaning={batch.data?.set ?? say('imports.batch-meaning')}
        crumbs={[{ label: say('imports.title'), link: { to: '/imports' } }]}
        state={batch.data && <BatchState state={batch.data.state} />}
      />
      <QueryView query={batch} height={420}>
        {given => <BatchView batch={given} />}
      </QueryView>
    </>
  )
}

function BatchView({ batch }: { batch: Batch }) {
  const { id, state, progress, problems, warnings, duplicateOf, decidedBy, decidedAt, undoneAt, reason } =
    batch
  const summary = useAnswer('GET /api/imports/summary', { query: { batch: id } })
  return (
    <div className="stack-wide">
      {progress && state === 'reading' && (
        <div className="card">
          <Progress label={progress.text} done={progress.done} total={progress.total} />
        </div>
      )}
      {duplicateOf !== null && (
        <p role="status">
          {say('imports.duplicate')}{' '}
          <Link to="/imports/$id" params={{ id: String(duplicateOf) }}>
            {say('imports.same-as')}
          </Link>
        </p>
      )}
      <Facts
        facts={[
          [say('imports.unit'), batch.unit.name],
          [say('imports.campaign'), batch.campaign?.title],
          [say('imports.holds'), batch.kind === 'journal' && say('imports.kind-journal')],
          [say('imports.matched'), batch.matched && say('imports.matched-of', { ...batch.matched })],
          [say('signals.works'), batch.kind === 'protocol' && numberOr(batch.works)],
          [say('imports.schools'), numberOr(batch.schools)],
          [say('imports.remarks'), numberOr(batch.remarks)],
          [say('imports.sent'), <InstantText key="sent" instant={batch.sentAt} />],
          [say('imports.sent-by'), batch.sentBy.name],
          [
            say('imports.decided'),
            decidedAt && (
              <span>
                <InstantText instant={decidedAt} />, {decidedBy?.name}
              </span>
            ),
          ],
          [say('imports.undone'), undoneAt && <InstantText instant={undoneAt} />],
          [say('form.reason'), reason],
        ]}
      />
      <BatchActs batch={batch} />
      {problems.length > 0 && (
        <Section title={say('imports.problems')} meaning={say('imports.problems-meaning')}>
          <ProblemsTable problems={problems} />
        </Section>
      )}
      {warnings.length > 0 && (
        <Section title={say('imports.warnings')} meaning={say('imports.warnings-meaning')}>
          <ProblemsTable problems={warnings} />
        </Section>
      )}
      {(batch.remarks ?? 0) > 0 && state !== 'rejected' && summary.data && (
        <RemarksSection filter={{ batch: id }} kinds={summary.data.kinds} />
      )}
    </div>
  )
}

function numberOr(value: number | null) {
  return value === null ? null : <NumberText value={value} />
}
