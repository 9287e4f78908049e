import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Item } from '../../../web/client/contract-types.ts'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { Progress } from '../../../web/components/progress.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { StateBadge, type Tone } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'
import { ArchiveForm } from './archive-form.tsx'

type Archive = Item<'GET /api/portraits/archives'>

const EVERY = 1000
const MEGABYTE = 1_000_000
const TONES: Readonly<Record<Archive['state'], Tone>> = {
  ...{ queued: 'unknown', running: 'going', done: 'accepted' },
  ...{ failed: 'asks', cancelled: 'unknown', expired: 'unknown' },
}

/** All portraits of a region in one go: asked for, left alone, found again. */
export function ArchivesPage() {
  const archives = useAnswer(
    'GET /api/portraits/archives',
    { query: {} },
    { every: known => (known?.items.some(({ progress }) => progress) ? EVERY : false) },
  )
  return (
    <>
      <PageHeader
        title={say('portraits.archives')}
        meaning={say('portraits.archives-meaning')}
        crumbs={[{ label: say('portraits.title'), link: { to: '/portraits' } }]}
      />
      <div className="stack-wide">
        <Section title={say('portraits.archive-new')} card>
          <ArchiveForm />
        </Section>
        <Section title={say('portraits.archives-made')} meaning={say('portraits.archives-kept')}>
          <QueryView query={archives} height={240}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title={say('portraits.no-archives')}>
                  {say('portraits.no-archives-meaning')}
                </EmptyState>
              ) : (
                <div className="stack">
                  {items.map(archive => (
                    <ArchiveCard key={archive.id} archive={archive} />
                  ))}
                </div>
              )
            }
          </QueryView>
        </Section>
      </div>
    </>
  )
}

function ArchiveCard({ archive }: { archive: Archive }) {
  const { id, run, levels, formats, state, createdAt, createdBy, progress, files, bytes, expiresAt } = archive
  const cancel = useChange('POST /api/portraits/archives/:id/cancel')
  return (
    <section className="card stack" aria-label={run.title}>
      <div className="row-apart">
        <div className="stack-tight">
          <h3>
            <Link to="/portraits" search={{ run: String(run.id) } as never}>
              {run.title}
            </Link>
          </h3>
          <p className="note">
            {levels.map(level => say(`portraits.level.${level}`)).join(', ')} ·{' '}
            {formats.map(format => say(`portraits.format.${format}`)).join(', ')}
          </p>
          <p className="note">
            {createdBy.name}, <InstantText instant={createdAt} />
          </p>
        </div>
        <StateBadge tone={TONES[state]}>{say(`portraits.archive.${state}`)}</StateBadge>
      </div>
      {progress && <Progress label={progress.text} done={progress.done} total={progress.total} />}
      {archive.problems.map(({ code, text, advice }) => (
        <p key={code} role="alert">
          {text} <span className="muted">{advice}</span>
        </p>
      ))}
      {cancel.error && <ProblemPanel error={cancel.error} />}
      {progress && (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ params: { id } })}
          >
            {say('portraits.archive-cancel')}
          </Button>
        </div>
      )}
      {state === 'done' && (
        <div className="row">
          <ExportButton
            operation="GET /api/portraits/archives/:id/content"
            request={{ params: { id } }}
            format={say('portraits.archive-download', {
              files: files ?? 0,
              size: Math.max(0.1, (bytes ?? 0) / MEGABYTE),
            })}
            label={say('portraits.archive-label', { run: run.title })}
          />
          {expiresAt && (
            <span className="note">
              {say('portraits.archive-until')} <InstantText instant={expiresAt} />
            </span>
          )}
        </div>
      )}
    </section>
  )
}
