import { useParams } from '@tanstack/react-router'
import { useAnswer, useList } from '../../../web/client/queries.ts'
import { counted } from '../../../web/components/counted.ts'
import { DataTable } from '../../../web/components/data-table.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ChoiceFilter, Filters } from '../../../web/components/filters.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ReplyBadge } from '../../../web/components/reply-badge.tsx'
import { Section } from '../../../web/components/section.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { PairsTable } from './pairs-table.tsx'
import { workColumns } from './work-columns.tsx'

/** Rows of participants by code, for the school itself and the region's analyst; opening it is written into the log. */
export function CasePage() {
  const { id } = useParams({ from: '/signed-in/signals/$id/case' })
  const [search] = useUrlSearch()
  const signal = useAnswer('GET /api/signals/:id', { params: { id } }, { ofPage: true })
  const works = useList('GET /api/signals/:id/case', {
    params: { id },
    query: { set: search.paper ? Number(search.paper) : undefined },
  })
  const first = works.data?.pages[0]
  return (
    <>
      <PageHeader
        title={say('signal.case')}
        meaning={say('signal.case-logged')}
        state={signal.data && <ReplyBadge signal={signal.data} />}
        crumbs={[
          { label: say('signals.title'), link: { to: '/signals' } },
          {
            label: signal.data ? `${signal.data.school.name} · ${signal.data.set}` : '…',
            link: { to: '/signals/$id', params: { id } },
          },
        ]}
      />
      <div className="stack-wide">
        {(first?.sets.length ?? 0) > 1 && (
          <Filters names={['paper']}>
            <ChoiceFilter
              wide
              name="paper"
              label={say('signals.set')}
              any={first!.sets[0].name}
              choices={first!.sets.slice(1).map(({ name, works }, index) => ({
                value: String(index + 1),
                label: counted(name, works),
              }))}
            />
          </Filters>
        )}
        <DataTable
          label={say('signal.case')}
          list={works}
          rowKey={work => `${work.class}-${work.code}`}
          columns={workColumns(first?.tasks ?? [])}
          empty={<EmptyState title={say('signal.case-empty')}>{say('signal.case-empty-meaning')}</EmptyState>}
        />
        {(first?.pairs.length ?? 0) > 0 && (
          <Section title={say('signal.pairs')} meaning={say('signal.pairs-meaning')}>
            <PairsTable pairs={first!.pairs} />
          </Section>
        )}
      </div>
    </>
  )
}
