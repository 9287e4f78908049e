import { Button, Checkbox } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer, useChange } from '../../../web/client/queries.ts'
import { DateText, InstantText } from '../../../web/components/dates.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { FORMATS } from '../formats.ts'
import style from './portrait-page.module.css'
import { RemarkForm } from './remark-form.tsx'
import { RemarkList } from './remark-list.tsx'
import { ReportView } from './report-view.tsx'
import { TemplateChange } from './template-change.tsx'

export type Portrait = Answer<'GET /api/portraits/:run/:unit'>

/** The portrait of one unit: read, saved, printed, sent and talked about. */
export function PortraitPage() {
  const { run, unit } = useParams({ from: '/signed-in/portraits/$run/$unit' })
  const [search] = useUrlSearch()
  const notable = search.notable === 'yes' ? 'yes' : undefined
  const now = search.now === 'yes' ? 'yes' : undefined
  const portrait = useAnswer(
    'GET /api/portraits/:run/:unit',
    { params: { run, unit }, query: { notable, now } },
    { ofPage: true },
  )
  const known = portrait.data
  return (
    <>
      <PageHeader
        title={known && say('portraits.one', { kind: known.report.kind, unit: known.report.title })}
        crumbs={[
          { label: say('portraits.title'), link: { to: '/portraits', search: { run } as never } },
          ...(known
            ? [{ label: known.run.title, link: { to: '/runs/$id', params: { id: run } } as never }]
            : []),
        ]}
        state={known && <SentState portrait={known} />}
        action={known?.may.includes('send') && <SendOne portrait={known} />}
      />
      <QueryView query={portrait} height={1188}>
        {given => (
          <div className="stack-wide">
            <Tools portrait={given} notable={notable} now={now} />
            <Standing portrait={given} />
            <ReportView report={given.report} />
            <div className={`${style.after} stack-wide no-print`}>
              <TemplateOf portrait={given} />
              {given.sent ? <Remarks portrait={given} /> : null}
            </div>
          </div>
        )}
      </QueryView>
    </>
  )
}

function SentState({ portrait: { sent, run } }: { portrait: Portrait }) {
  if (sent)
    return (
      <StateBadge tone="accepted">
        {say('portraits.sent')} <InstantText instant={sent.at} short />
      </StateBadge>
    )
  return (
    <StateBadge tone="unknown">{say(run.published ? 'portraits.not-sent' : 'portraits.draft')}</StateBadge>
  )
}

/** «Только значимое», kept in the address; and the same portrait as files. */
function Tools({
  portrait: { run, unit, report },
  notable,
  now,
}: {
  portrait: Portrait
  notable: 'yes' | undefined
  now: 'yes' | undefined
}) {
  const [, change] = useUrlSearch()
  return (
    <div className={`${style.tools} no-print`}>
      <Checkbox
        label={say('portraits.only-notable')}
        description={say('portraits.only-notable-meaning')}
        checked={notable === 'yes'}
        onChange={event => change({ notable: event.currentTarget.checked ? 'yes' : undefined })}
      />
      <div className="row">
        {FORMATS.map(format => (
          <ExportButton
            key={format}
            operation="GET /api/portraits/:run/:unit/file"
            request={{ params: { run: run.id, unit: unit.id }, query: { format, notable, now } }}
            format={say(`portraits.format.${format}`)}
            label={say('portraits.download', {
              kind: report.kind,
              format: say(`portraits.format.${format}`),
            })}
          />
        ))}
        <Button variant="default" onClick={() => window.print()}>
          {say('portraits.print')}
        </Button>
      </div>
    </div>
  )
}

/** As of which day replies and measures are told; where something has changed since, the same as of today. */
function Standing({ portrait: { sent, now, changed } }: { portrait: Portrait }) {
  const [, change] = useUrlSearch()
  if (!sent?.stood) return null
  if (!now && !changed)
    return (
      <p className="note no-print">
        {say('portraits.stood')} <DateText date={sent.stood} />
      </p>
    )
  return (
    <div className="row no-print">
      <p className="note">
        {now ? say('portraits.stands-now') : say('portraits.stood-changed')}{' '}
        {!now && <DateText date={sent.stood} />}
      </p>
      <Button variant="default" onClick={() => change({ now: now ? undefined : 'yes' })}>
        {say(now ? 'portraits.show-sent' : 'portraits.show-now')}
      </Button>
    </div>
  )
}

function SendOne({ portrait: { run, unit } }: { portrait: Portrait }) {
  const send = useChange('POST /api/portraits/send')
  return (
    <div className="stack-tight">
      <Button
        loading={send.isPending}
        onClick={() => send.mutate({ body: { run: run.id, to: { units: [unit.id] } } })}
      >
        {say('portraits.send')}
      </Button>
      {send.error && <ProblemPanel error={send.error} />}
    </div>
  )
}

function TemplateOf({ portrait: { template } }: { portrait: Portrait }) {
  return (
    <Section
      title={say('portraits.template-version', { number: template.number })}
      meaning={say('portraits.template-ours')}
      aside={<Link to="/portraits/template">{say('portraits.template-all')}</Link>}
    >
      <TemplateChange version={template} />
    </Section>
  )
}

function Remarks({ portrait }: { portrait: Portrait }) {
  const { sent, remarks, may, report } = portrait
  return (
    <Section title={say('portraits.remarks')} meaning={say('portraits.remarks-meaning')}>
      <RemarkList remarks={remarks} mayAnswer={may.includes('answer')} short />
      {may.includes('remark') && sent && (
        <details>
          <summary>{say('portraits.remark')}</summary>
          <RemarkForm
            about={{ portrait: sent.id }}
            sections={report.sections.map(({ id, title }) => ({ id, title }))}
          />
        </details>
      )}
    </Section>
  )
}
