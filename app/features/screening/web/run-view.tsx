import { Link } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { counted } from '../../../web/components/counted.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ChoiceFilter, Filters } from '../../../web/components/filters.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { IndexTable } from './index-table.tsx'
import type { Run } from './run-page.tsx'
import { SchoolSets } from './school-sets.tsx'
import { SetFigures } from './set-figures.tsx'

export type Scope = Answer<'GET /api/runs/:id/scope'>

/**
 * What an analysis found, for a region, a municipality or a school: the same parts in the same order at every level. What is
 * looked at stands in the address.
 */
export function RunView({ run }: { run: Run }) {
  const [search] = useUrlSearch()
  const under = numberOf(search.unit)
  const scope = useAnswer('GET /api/runs/:id/scope', { params: { id: run.id }, query: { under } })
  return (
    <QueryView query={scope} height={420}>
      {known => (known.sets.length === 0 ? <Nothing scope={known} /> : <Level run={run} scope={known} />)}
    </QueryView>
  )
}

function Level({ run, scope }: { run: Run; scope: Scope }) {
  const [search] = useUrlSearch()
  const under = numberOf(search.unit)
  const position = scope.sets.find(one => String(one) === search.set) ?? scope.sets[0]
  const kind = scope.kinds.some(({ value }) => value === search.kind) ? search.kind : undefined
  const named = new Map(run.sets.map(set => [set.position, set.name]))
  const choices = scope.sets.map(one => ({ value: String(one), label: named.get(one) ?? String(one) }))
  return (
    <>
      <Found run={run} scope={scope} />
      <Section
        title={`${scope.unit.name}: ${named.get(position) ?? ''}`}
        meaning={say(`runs.level.${scope.level}`)}
        aside={<Link to="/definitions">{say('runs.definitions')}</Link>}
      >
        <Filters names={['set', 'kind']}>
          <ChoiceFilter
            wide
            name="set"
            label={say('signals.set')}
            any={choices[0].label}
            choices={choices.slice(1)}
          />
          {scope.kinds.length > 1 && (
            <ChoiceFilter
              name="kind"
              label={say('unit.school-kind')}
              any={say('units.any')}
              choices={scope.kinds.map(({ value, count }) => ({ value, label: counted(value, count) }))}
            />
          )}
        </Filters>
        <SetFigures run={run.id} position={position} under={under} kind={kind} />
      </Section>
      <IndexTable run={run.id} />
      <SchoolSets
        run={run.id}
        position={scope.level === 'school' ? undefined : position}
        under={under}
        kind={kind}
        level={scope.level}
      />
    </>
  )
}

/** What was found here, and the way to the signals. */
function Found({ run, scope: { schools, marked, flagged, level, replies } }: { run: Run; scope: Scope }) {
  const [{ unit }] = useUrlSearch()
  return (
    <Section
      title={say('runs.found')}
      aside={
        <div className="row">
          <Link to="/portraits" search={{ run: String(run.id), ...(unit ? { unit } : {}) } as never}>
            {say('portraits.of-run')}
          </Link>
          <Link to="/signals" search={{ run: String(run.id), ...(unit ? { unit } : {}) } as never}>
            {say('runs.to-signals')}
          </Link>
        </div>
      }
    >
      <div className="stack-tight">
        {level === 'region' && run.findings.map(text => <p key={text}>{text}</p>)}
        {level === 'municipality' && (
          <p>
            {say('runs.found-here', { schools, marked })}{' '}
            {flagged !== null && say('runs.flagged-here', { count: flagged })}
          </p>
        )}
        {level === 'school' && (
          <p>
            {say('runs.found-school', {
              marked,
              flagged: flagged === null ? 'unknown' : flagged > 0 ? 'yes' : 'no',
            })}
          </p>
        )}
        {replies !== '' && <p>{say('runs.replies', { replies })}</p>}
        <p className="note">{say('runs.not-a-verdict')}</p>
      </div>
      {run.notes.length > 0 && (
        <details>
          <summary>{say('runs.notes', { count: run.notes.length })}</summary>
          <ul>
            {run.notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function Nothing({ scope }: { scope: Scope }) {
  return (
    <EmptyState title={say('runs.nothing-here', { unit: scope.unit.name })}>
      {say('runs.nothing-meaning')}
    </EmptyState>
  )
}

export function numberOf(text: string | undefined): number | undefined {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
