import { Link } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { DateText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ChoiceFilter } from '../../../web/components/filters.tsx'
import { Icon, type IconName } from '../../../web/components/icon.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { MeasureBadge } from './measure-badge.tsx'
import type { OpenPlan } from './plan-page.tsx'

type Changes = Answer<'GET /api/plans/:id/changes'>
type Change = Changes['items'][number]
type Field = Change['fields'][number]

const ICONS: Readonly<Record<Change['kind'], IconName>> = {
  added: 'plus',
  removed: 'close',
  changed: 'half',
  moved: 'sort',
}

/** What was changed since an approved version, measure by measure. */
export function PlanChanges({ plan }: { plan: OpenPlan }) {
  const [{ since }] = useUrlSearch()
  const approved = plan.versions.length > 0
  const aside = plan.measures.filter(({ state }) => state === 'postponed' || state === 'cancelled')
  const changes = useAnswer(
    'GET /api/plans/:id/changes',
    { params: { id: plan.id }, query: { since: since && /^\d+$/.test(since) ? Number(since) : undefined } },
    { enabled: approved },
  )
  if (!approved)
    return <EmptyState title={say('plan.not-approved')}>{say('plan.not-approved-meaning')}</EmptyState>
  return (
    <div className="stack">
      {plan.versions.length > 1 && (
        <div style={{ maxWidth: 240 }}>
          <ChoiceFilter
            name="since"
            label={say('plan.changes-since')}
            any={say('plan.version-number', { number: Math.max(...plan.versions.map(one => one.number)) })}
            choices={plan.versions.map(({ number }) => ({
              value: String(number),
              label: say('plan.version-number', { number }),
            }))}
          />
        </div>
      )}
      <QueryView query={changes} height={240}>
        {known => <ChangeList changes={known} aside={aside} />}
      </QueryView>
    </div>
  )
}

interface ListProps {
  readonly changes: Changes
  /** The words of the plan are as they were approved, but these do not go as it says. */
  readonly aside: OpenPlan['measures']
}

function ChangeList({ changes: { since, header, items }, aside }: ListProps) {
  if (header.length === 0 && items.length === 0 && aside.length === 0)
    return <EmptyState title={say('plan.changes-none')}>{say('plan.changes-none-meaning')}</EmptyState>
  return (
    <div className="stack">
      {since !== null && <p className="muted">{say('plan.changes-meaning', { number: since })}</p>}
      {header.length > 0 && (
        <section className="stack-tight" aria-label={say('plan.change.header')}>
          <h3>{say('plan.change.header')}</h3>
          <Fields fields={header} />
        </section>
      )}
      {items.length > 0 && (
        <PlainTable<Change>
          label={say('plan.view.changes')}
          rows={items}
          rowKey={(_, index) => index}
          columns={[
            {
              header: say('plan.change-kind'),
              cell: ({ kind }) => (
                <span className="row" style={{ flexWrap: 'nowrap' }}>
                  <Icon name={ICONS[kind]} size={14} />
                  {say(`plan.change.${kind}`)}
                </span>
              ),
            },
            {
              header: say('plan.change-what'),
              cell: ({ measure, number, text }) => {
                const words = [number, text].filter(Boolean).join(' ')
                return measure === null ? (
                  words
                ) : (
                  <Link to="/measures/$id" params={{ id: String(measure) }}>
                    {words}
                  </Link>
                )
              },
            },
            { header: say('plan.change-after'), cell: ({ fields }) => <Fields fields={fields} /> },
          ]}
        />
      )}
      {aside.length > 0 && (
        <section className="stack-tight" aria-label={say('measures.set-aside')}>
          <h3>{say('measures.set-aside')}</h3>
          <ul className="plain-list stack">
            {aside.map(measure => (
              <li key={measure.id} className="stack-tight">
                <Link to="/measures/$id" params={{ id: String(measure.id) }}>
                  {[measure.number, measure.text].filter(Boolean).join(' ')}
                </Link>
                <span className="row">
                  <MeasureBadge standing={measure} />
                  {measure.dueOn && <DateText date={measure.dueOn} />}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** Before and after, told apart by words and strokes, not by colour. */
function Fields({ fields }: { fields: readonly Field[] }) {
  return (
    <ul className="plain-list stack-tight">
      {fields.map(({ field, title, before, after }) => (
        <li key={field}>
          <span className="muted">{title}:</span> <del>{before ?? say('plan.nothing')}</del>
          {' → '}
          <ins style={{ textDecoration: 'none' }}>{after ?? say('plan.nothing')}</ins>
        </li>
      ))}
    </ul>
  )
}
