import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import { useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { say } from '../../../web/messages/say.ts'
import { CampaignForm, campaignBody, checkCampaign } from './campaign-form.tsx'

/** A new campaign; its assessments are added on the page that opens next. */
export function NewCampaignPage() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({
    initial: { title: '', procedure: 'ВПР', startsOn: '', endsOn: '', dueOn: '', reason: '' },
    check: checkCampaign,
    send: async values => {
      const { id } = await api('POST /api/campaigns', { body: campaignBody(values) })
      await client.invalidateQueries()
      await navigate({ to: '/campaigns/$id/assessments', params: { id: String(id) } })
    },
  })
  return (
    <>
      <PageHeader
        title={say('campaign.new-title')}
        meaning={say('campaigns.meaning')}
        crumbs={[{ label: say('campaigns.title'), link: { to: '/campaigns' } }]}
      />
      <CampaignForm form={form} submit={say('campaign.made')} back={{ to: '/campaigns' }} />
    </>
  )
}
