import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '../../../web/client/queries.ts'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { UnitField } from '../../../web/components/unit-field.tsx'
import type { ChosenUnit } from '../../../web/components/unit-finder.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { TermsForm } from './terms-form.tsx'

/** Dates that one municipality or school has of its own in a campaign, or that it takes no part. */
export function TermsPage() {
  const { id } = useParams({ from: '/signed-in/campaigns/$id/terms' })
  const [search] = useUrlSearch()
  const campaign = useAnswer('GET /api/campaigns/:id', { params: { id } }, { ofPage: true })
  const at = useAnswer(
    'GET /api/units/:id',
    { params: { id: search.at ?? '' } },
    { enabled: search.at !== undefined },
  )
  const [chosen, setChosen] = useState<ChosenUnit | null>(null)
  const unit = chosen ?? at.data ?? null
  const terms = useAnswer(
    'GET /api/campaigns/:id/terms',
    { params: { id }, query: { unit: unit?.id, limit: 200 } },
    { enabled: unit !== null },
  )
  return (
    <>
      <PageHeader
        title={campaign.data && say('terms.set-title')}
        meaning={say('terms.set-meaning')}
        crumbs={[
          { label: say('campaigns.title'), link: { to: '/campaigns' } },
          ...(campaign.data
            ? [{ label: campaign.data.title, link: { to: '/campaigns/$id', params: { id } } as const }]
            : []),
        ]}
      />
      <QueryView query={campaign} height={420}>
        {given => (
          <div className="stack-wide">
            <UnitField
              label={say('terms.unit')}
              kinds={['municipality', 'school']}
              chosen={unit}
              choose={setChosen}
            />
            {unit && (
              <QueryView query={terms} height={320}>
                {({ items }) => (
                  <TermsForm
                    key={unit.id}
                    campaign={given}
                    unit={unit}
                    own={items}
                    first={search.assessment ? Number(search.assessment) : undefined}
                  />
                )}
              </QueryView>
            )}
          </div>
        )}
      </QueryView>
    </>
  )
}
