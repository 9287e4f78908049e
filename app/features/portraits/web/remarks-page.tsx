import { Button } from '@mantine/core'
import type { Request } from '../../../web/client/contract-types.ts'
import { useAnswer, useList } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { ExportButton } from '../../../web/components/export-button.tsx'
import { ChoiceFilter, Filters, SearchFilter } from '../../../web/components/filters.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { useMay } from '../../../web/shell/session.ts'
import { RemarkList } from './remark-list.tsx'

type Query = NonNullable<Request<'GET /api/portraits/remarks'>['query']>

const FILTERS = ['q', 'state', 'about', 'section', 'template'] as const
const STATES = ['open', 'accepted', 'partly', 'declined'] as const

/** Remarks on portraits and their template with what was decided; and the tables for the meeting. */
export function RemarksPage() {
  const may = useMay()
  const [search] = useUrlSearch()
  const filter = filterOf(search)
  const remarks = useList('GET /api/portraits/remarks', { query: filter })
  const pages = remarks.data?.pages
  const rows = pages?.flatMap(page => page.items) ?? []
  return (
    <>
      <PageHeader
        title={say('portraits.remarks')}
        meaning={say('portraits.remarks-meaning')}
        crumbs={[{ label: say('portraits.title'), link: { to: '/portraits' } }]}
      />
      <div className="stack">
        <Filters
          names={FILTERS}
          end={
            <div className="row">
              <ExportButton
                operation="GET /api/portraits/remarks/summary.docx"
                request={{ query: filter }}
                format={say('portraits.summary')}
              />
              <ExportButton
                operation="GET /api/portraits/remarks/export.xlsx"
                request={{ query: filter }}
                format="Excel"
              />
            </div>
          }
        >
          <SearchFilter label={say('portraits.remarks-search')} />
          <RemarkFilters />
        </Filters>
        <QueryView query={{ ...remarks, data: pages }} height={320}>
          {() =>
            rows.length === 0 && FILTERS.some(name => search[name]) ? (
              <EmptyState title={say('table.nothing-found')}>{say('table.change-filters')}</EmptyState>
            ) : (
              <>
                <RemarkList remarks={rows} mayAnswer={may('portrait.make')} />
                {remarks.hasNextPage && (
                  <div>
                    <Button
                      variant="default"
                      loading={remarks.isFetchingNextPage}
                      onClick={() => void remarks.fetchNextPage()}
                    >
                      {say('table.more')}
                    </Button>
                  </div>
                )}
              </>
            )
          }
        </QueryView>
      </div>
    </>
  )
}

function RemarkFilters() {
  const template = useAnswer('GET /api/portraits/template', {})
  return (
    <>
      <ChoiceFilter
        name="state"
        label={say('portraits.decision')}
        any={say('portraits.any-decision')}
        choices={STATES.map(value => ({ value, label: say(`portraits.state.${value}`) }))}
      />
      <ChoiceFilter
        name="about"
        label={say('portraits.about')}
        any={say('portraits.any-about')}
        choices={[
          { value: 'template', label: say('portraits.about.template') },
          { value: 'portrait', label: say('portraits.about.portrait') },
        ]}
      />
      <ChoiceFilter
        name="section"
        label={say('portraits.section')}
        any={say('portraits.any-section')}
        choices={(template.data?.sections ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      />
      <ChoiceFilter
        name="template"
        label={say('portraits.template')}
        any={say('portraits.any-template')}
        choices={(template.data?.versions ?? []).map(({ number }) => ({
          value: String(number),
          label: say('portraits.template-version', { number }),
        }))}
      />
    </>
  )
}

function filterOf({
  q,
  state,
  about,
  section,
  template,
  unit,
}: Readonly<Record<string, string | undefined>>): Query {
  return {
    q,
    state: state as Query['state'],
    about: about as Query['about'],
    section: section as Query['section'],
    template: numberOf(template),
    under: numberOf(unit),
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
