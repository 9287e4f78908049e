import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { ApiError } from '../../../web/client/api-error.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { ChangedMeanwhile } from '../../../web/components/changed-meanwhile.tsx'
import { dateInWords } from '../../../web/components/dates.tsx'
import { useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { say } from '../../../web/messages/say.ts'
import {
  CAMPAIGN_FIELDS,
  CampaignForm,
  type CampaignValues,
  campaignBody,
  campaignLabels,
  checkCampaign,
} from './campaign-form.tsx'

type Campaign = Answer<'GET /api/campaigns/:id'>

/** Correcting a campaign. Who saves over another's change is shown both versions first. */
export function EditCampaignPage() {
  const { id } = useParams({ from: '/signed-in/campaigns/$id/edit' })
  const campaign = useAnswer('GET /api/campaigns/:id', { params: { id } }, { ofPage: true })
  return (
    <>
      <PageHeader
        title={campaign.data && say('campaign.edit-title')}
        meaning={campaign.data?.title}
        crumbs={[
          { label: say('campaigns.title'), link: { to: '/campaigns' } },
          ...(campaign.data
            ? [{ label: campaign.data.title, link: { to: '/campaigns/$id', params: { id } } as const }]
            : []),
        ]}
      />
      <QueryView query={campaign} height={420}>
        {given => <EditForm campaign={given} />}
      </QueryView>
    </>
  )
}

function EditForm({ campaign }: { campaign: Campaign }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [base, setBase] = useState(campaign)
  const [theirs, setTheirs] = useState<Campaign | null>(null)
  const params = { id: campaign.id }
  const form = useForm<CampaignValues>({
    initial: valuesOf(campaign),
    check: checkCampaign,
    send: async values => {
      const reason = values.reason.trim()
      try {
        await api('PATCH /api/campaigns/:id', {
          params,
          body: { ...campaignBody(values), version: base.version, ...(reason ? { reason } : {}) },
        })
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'changed-by-another') throw error
        setTheirs(await api('GET /api/campaigns/:id', { params }))
        return
      }
      await client.invalidateQueries()
      await navigate({ to: '/campaigns/$id', params: { id: String(campaign.id) } })
    },
  })
  if (theirs)
    return (
      <ChangedMeanwhile
        names={CAMPAIGN_FIELDS}
        labels={campaignLabels()}
        base={valuesOf(base)}
        theirs={valuesOf(theirs)}
        mine={form.values}
        words={(name, value) => (name.endsWith('On') ? dateInWords(value) : value)}
        resolve={values => {
          form.setValues(values)
          setBase(theirs)
          setTheirs(null)
        }}
      />
    )
  return (
    <CampaignForm
      form={form}
      submit={say('action.save')}
      back={{ to: '/campaigns/$id', params: { id: String(campaign.id) } }}
      asksReason
    />
  )
}

function valuesOf({ title, procedure, startsOn, endsOn, dueOn }: Campaign): CampaignValues {
  return { title, procedure, startsOn, endsOn, dueOn: dueOn ?? '', reason: '' }
}
