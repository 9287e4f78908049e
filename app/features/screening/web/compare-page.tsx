import { Link } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { ComparedSchools } from './compared-schools.tsx'
import { numberOf } from './run-view.tsx'

export type Comparison = Answer<'GET /api/runs/compare'>

/** Two analyses side by side: what was done otherwise, what went in, and which schools stand otherwise. */
export function ComparePage() {
  const [search] = useUrlSearch()
  const ids = { before: numberOf(search.before) ?? 0, after: numberOf(search.after) ?? 0 }
  const query = { ...ids, under: numberOf(search.unit) }
  const asked = ids.before > 0 && ids.after > 0
  const found = useAnswer('GET /api/runs/compare', { query }, { enabled: asked })
  return (
    <>
      <PageHeader
        title={say('compare.title')}
        meaning={say('compare.meaning')}
        crumbs={[{ label: say('runs.title'), link: { to: '/runs' } }]}
        action={
          asked && (
            <ExportButton operation="GET /api/runs/compare/export.xlsx" request={{ query }} format="Excel" />
          )
        }
      />
      {!asked ? (
        <EmptyState title={say('runs.choose-two')} action={<Link to="/runs">{say('runs.title')}</Link>} />
      ) : (
        <QueryView query={found} height={480}>
          {known => (
            <div className="stack-wide">
              <Both comparison={known} />
              <Settings comparison={known} />
              <Data comparison={known} />
              <ComparedSchools comparison={known} />
            </div>
          )}
        </QueryView>
      )}
    </>
  )
}

function Both({ comparison: { before, after } }: { comparison: Comparison }) {
  return (
    <div className="grid-cards">
      {([before, after] as const).map((run, index) => (
        <div key={run.id} className="card stack-tight">
          <span className="note">{say(index === 0 ? 'compare.before' : 'compare.after')}</span>
          <Link to="/runs/$id" params={{ id: String(run.id) }}>
            {run.title}
          </Link>
          <span className="note">
            <InstantText instant={run.createdAt} />
          </span>
        </div>
      ))}
    </div>
  )
}

function Settings({ comparison: { settings } }: { comparison: Comparison }) {
  return (
    <Section title={say('compare.settings')}>
      {settings.length === 0 ? (
        <p>{say('compare.same-settings')}</p>
      ) : (
        <PlainTable
          label={say('compare.settings')}
          rows={settings}
          rowKey={({ label }) => label}
          columns={[
            { header: say('compare.setting'), cell: ({ label }) => label },
            { header: say('compare.before'), cell: ({ before }) => before },
            { header: say('compare.after'), cell: ({ after }) => after },
          ]}
        />
      )}
    </Section>
  )
}

function Data({ comparison: { files, sets } }: { comparison: Comparison }) {
  const lists = [
    [say('compare.files-before', { count: files.onlyBefore.length }), files.onlyBefore],
    [say('compare.files-after', { count: files.onlyAfter.length }), files.onlyAfter],
    [say('compare.sets-before', { count: sets.onlyBefore.length }), sets.onlyBefore],
    [say('compare.sets-after', { count: sets.onlyAfter.length }), sets.onlyAfter],
  ] as const
  return (
    <Section title={say('compare.data')} meaning={say('compare.files-both', { count: files.both })}>
      {lists.map(
        ([title, names]) =>
          names.length > 0 && (
            <details key={title} open={names.length <= 4}>
              <summary>{title}</summary>
              <ul>
                {names.map((name, index) => (
                  <li key={`${name}${index}`}>{name}</li>
                ))}
              </ul>
            </details>
          ),
      )}
      {sets.both.length > 0 && (
        <PlainTable
          label={say('compare.sets')}
          rows={sets.both}
          rowKey={({ set }) => set}
          columns={[
            { header: say('signals.set'), cell: ({ set }) => set },
            { header: say('signals.works'), numeric: true, cell: ({ works }) => <Pair {...works} /> },
            { header: say('runs.mean'), numeric: true, cell: ({ mean }) => <Pair {...mean} digits={2} /> },
            { header: say('runs.marked'), numeric: true, cell: ({ marked }) => <Pair {...marked} /> },
          ]}
        />
      )}
    </Section>
  )
}

/** «5 906 → 6 120»; one number where nothing changed. */
export function Pair({
  before,
  after,
  digits = 0,
}: {
  before: number | null
  after: number | null
  digits?: number
}) {
  const text = (value: number | null) => (value === null ? '—' : <NumberText value={value} digits={digits} />)
  if (before === after) return text(after)
  return (
    <span className="unbroken">
      {text(before)} → {text(after)}
    </span>
  )
}
