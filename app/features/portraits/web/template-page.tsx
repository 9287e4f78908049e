import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { StateBadge } from '../../../web/components/state-badge.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { RemarkForm } from './remark-form.tsx'
import { TemplateChange } from './template-change.tsx'
import { TemplateForm } from './template-form.tsx'

export type Template = Answer<'GET /api/portraits/template'>

/** The template of portraits: what it has, what each version changed, and a place to say what it lacks. */
export function TemplatePage() {
  const may = useMay()
  const template = useAnswer('GET /api/portraits/template', {})
  return (
    <>
      <PageHeader
        title={say('portraits.template')}
        meaning={say('portraits.template-ours')}
        crumbs={[{ label: say('portraits.title'), link: { to: '/portraits' } }]}
      />
      <QueryView query={template} height={640}>
        {known => (
          <div className="stack-wide">
            <Sections template={known} />
            <Versions template={known} />
            {may('portrait.make') && (
              <Section
                title={say('portraits.template-new')}
                meaning={say('portraits.template-new-meaning')}
                card
              >
                {/* A version made meanwhile begins the form anew. */}
                <TemplateForm key={known.current} template={known} />
              </Section>
            )}
            {may('portrait.remark') && (
              <Section
                title={say('portraits.remark')}
                meaning={say('portraits.remark-template-meaning')}
                card
              >
                <RemarkForm about={{ template: known.current }} sections={known.sections} />
              </Section>
            )}
          </div>
        )}
      </QueryView>
    </>
  )
}

function Sections({ template: { sections, versions } }: { template: Template }) {
  const [{ number, off }] = versions
  return (
    <Section title={say('portraits.template-now', { number })}>
      <PlainTable
        label={say('portraits.template-now', { number })}
        rows={sections}
        rowKey={({ id }) => id}
        columns={[
          { header: say('portraits.section'), cell: ({ title }) => title },
          { header: say('portraits.section-meaning'), cell: ({ meaning }) => meaning },
          {
            header: say('portraits.in-template'),
            cell: ({ id }) =>
              off.includes(id) ? (
                <StateBadge tone="unknown">{say('portraits.section-off')}</StateBadge>
              ) : (
                <StateBadge tone="accepted">{say('portraits.section-on')}</StateBadge>
              ),
          },
        ]}
      />
    </Section>
  )
}

function Versions({ template: { versions } }: { template: Template }) {
  return (
    <Section title={say('portraits.template-versions')}>
      <ol className="stack plain-list">
        {versions.map(version => (
          <li key={version.number} className="card stack-tight">
            <h3>{say('portraits.template-version', { number: version.number })}</h3>
            {version.createdAt && version.createdBy && (
              <p className="note">
                {version.createdBy.name}, <InstantText instant={version.createdAt} />
              </p>
            )}
            <TemplateChange version={version} />
            {version.remarks.open + version.remarks.answered > 0 && (
              <p className="note">{say('portraits.remarks-count', version.remarks)}</p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
