import { NativeSelect } from '@mantine/core'
import { useAnswer } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { CoverageTable } from './coverage-table.tsx'
import style from './coverage-view.module.css'
import { letterOf, wordsOf } from './coverage-words.ts'
import type { OpenPlan } from './plan-page.tsx'

/** Which measure stands how in which territory below. */
export function CoverageView({ plan: { id, level: own } }: { plan: OpenPlan }) {
  const [{ level: asked, unit }, change] = useUrlSearch()
  const level = own === 'region' && asked !== 'school' ? 'municipality' : 'school'
  const under = unit && /^\d+$/.test(unit) ? Number(unit) : undefined
  const request = { params: { id }, query: { level, under } } as const
  const coverage = useAnswer('GET /api/plans/:id/coverage', request)
  return (
    <div className="stack">
      <div className="row-apart" style={{ alignItems: 'flex-end' }}>
        <p className="muted">{say('coverage.meaning')}</p>
        <div className="row no-print" style={{ alignItems: 'flex-end' }}>
          {own === 'region' && (
            <NativeSelect
              label={say('coverage.level')}
              value={level}
              onChange={event => change({ level: event.currentTarget.value })}
              data={(['municipality', 'school'] as const).map(value => ({
                value,
                label: say(`coverage.level.${value}`),
              }))}
            />
          )}
          <ExportButton
            operation="GET /api/plans/:id/coverage.xlsx"
            request={request}
            format="Excel"
            label={say('coverage.download')}
          />
        </div>
      </div>
      <QueryView query={coverage} height={480}>
        {known =>
          known.units.every(({ plan }) => plan === null) || known.measures.length === 0 ? (
            <EmptyState title={say('coverage.empty')}>{say('coverage.empty-meaning')}</EmptyState>
          ) : (
            <>
              <ul className={style.legend} aria-label={say('coverage.legend')}>
                {known.totals.map(({ state, count }) => (
                  <li key={state}>
                    <span className={style.cell} data-state={state} aria-hidden="true">
                      {letterOf(state)}
                    </span>
                    <span>
                      {wordsOf(state)}: <NumberText value={count} />
                    </span>
                  </li>
                ))}
              </ul>
              <CoverageTable coverage={known} />
            </>
          )
        }
      </QueryView>
    </div>
  )
}
