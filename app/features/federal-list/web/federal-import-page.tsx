import { useParams } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { Facts } from '../../../web/components/facts.tsx'
import { HistoryPanel } from '../../../web/components/history-panel.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemsTable } from '../../../web/components/problems-table.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { ListDecision } from './list-decision.tsx'
import { ListRows } from './list-rows.tsx'
import { ListState } from './list-state.tsx'

export type List = Answer<'GET /api/federal-list/imports/:id'>

/** One list: what is wrong with it, whom it names, and the decision. */
export function FederalImportPage() {
  const { id } = useParams({ from: '/signed-in/federal-list/imports/$id' })
  const may = useMay()
  const found = useAnswer('GET /api/federal-list/imports/:id', { params: { id } }, { ofPage: true })
  const given = found.data
  return (
    <>
      <PageHeader
        title={given?.file}
        meaning={given && meaningOf(given)}
        crumbs={[
          { label: say('federal.title'), link: { to: '/federal-list' } },
          { label: say('federal.imports-title'), link: { to: '/federal-list/imports' } },
        ]}
        state={given && <ListState list={given} />}
      />
      <QueryView query={found} height={420}>
        {list => (
          <div className="stack-wide">
            {list.problemList.length > 0 && list.state === 'checked' && (
              <Section
                title={say('registry.problems', { count: list.problemList.length })}
                meaning={say('registry.problems-meaning')}
              >
                <ProblemsTable problems={list.problemList} />
              </Section>
            )}
            <Section title={say('unit.facts')} card>
              <Facts
                facts={[
                  [say('federal.list-years'), list.years.join(', ')],
                  [say('registry.rows'), <NumberText key="rows" value={list.rows} />],
                  [say('federal.marked'), <NumberText key="marked" value={list.marked} />],
                  [say('registry.who'), list.sentBy],
                  [say('registry.when'), <InstantText key="when" instant={list.sentAt} />],
                  [
                    say('federal.undone-on'),
                    list.undoneAt && <InstantText key="undone" instant={list.undoneAt} />,
                  ],
                  [say('form.reason'), list.reason],
                ]}
              />
            </Section>
            <ListDecision list={list} />
            {list.list.length > 0 && <ListRows rows={list.list} />}
            {may('audit.read') && <HistoryPanel subject="federal_list" id={id} collapsed />}
          </div>
        )}
      </QueryView>
    </>
  )
}

function meaningOf({ state, problems }: List): string {
  return say(`federal.meaning.${state === 'checked' && problems > 0 ? 'wrong' : state}`)
}
