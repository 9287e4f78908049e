import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { FieldSet, SelectField, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'
import { BatchChoice } from './batch-choice.tsx'

type Options = Answer<'GET /api/runs/options'>

/** A new analysis: what goes in, by which settings. It is done in the background and frozen. */
export function NewRunPage() {
  const [{ campaign }] = useUrlSearch()
  const id = campaign ? Number(campaign) : undefined
  const options = useAnswer('GET /api/runs/options', { query: { campaign: id } })
  return (
    <>
      <PageHeader
        title={say('runs.new-title')}
        meaning={say('runs.new-meaning')}
        crumbs={[{ label: say('runs.title'), link: { to: '/runs' } }]}
      />
      <QueryView query={options} height={420}>
        {known =>
          known.batches.length === 0 ? (
            <EmptyState
              title={say('runs.no-batches')}
              action={<Link to="/imports">{say('runs.to-imports')}</Link>}
            >
              {say('runs.no-batches-meaning')}
            </EmptyState>
          ) : (
            <NewRun key={campaign ?? ''} campaign={id} options={known} />
          )
        }
      </QueryView>
    </>
  )
}

interface Values {
  title: string
  budget: string
  notAttempted: 'zero' | 'missing'
  notTaught: 'leave-maximum' | 'zero'
  which: 'all' | 'chosen'
  batches: readonly number[]
}

function NewRun({ campaign, options }: { campaign: number | undefined; options: Options }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm<Values>({
    initial: {
      title: options.title,
      budget: String(options.settings.budget),
      notAttempted: options.settings.notAttempted,
      notTaught: options.settings.notTaught,
      which: 'all',
      batches: [],
    },
    check: ({ title, budget, which, batches }) => ({
      ...(title.trim() ? {} : { title: say('runs.name-missing') }),
      ...(isBudget(budget) ? {} : { budget: say('runs.budget-wrong') }),
      ...(which === 'chosen' && batches.length === 0 ? { batches: say('runs.batches-missing') } : {}),
    }),
    send: async ({ title, budget, notAttempted, notTaught, which, batches }) => {
      const { id } = await api('POST /api/runs', {
        body: {
          campaign: campaign ?? null,
          title: title.trim(),
          settings: { notAttempted, notTaught, budget: Number(budget.replace(',', '.')) },
          ...(which === 'chosen' ? { batches: [...batches] } : {}),
        },
      })
      // Asked for anew where they are shown next: this page, which is left, would only have a second analysis prepared.
      await client.invalidateQueries({ refetchType: 'none' })
      await navigate({ to: '/runs/$id', params: { id: String(id) } })
    },
  })
  const labels = {
    title: say('runs.name'),
    budget: say('runs.budget'),
    notAttempted: say('runs.not-attempted'),
    notTaught: say('runs.not-taught'),
    batches: say('runs.what-goes-in'),
  }
  return (
    <FormPage
      form={form}
      labels={labels}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {say('runs.start')}
          </Button>
          <Link to="/runs">{say('action.cancel')}</Link>
        </>
      }
    >
      <TextField form={form} name="title" label={labels.title} hint={say('runs.name-hint')} />
      <BatchChoice
        batches={options.batches}
        which={form.values.which}
        chosen={form.values.batches}
        error={form.errors.batches}
        id={form.idOf('batches')}
        setWhich={which => form.set('which', which)}
        choose={batches => form.set('batches', batches)}
      />
      <FieldSet legend={say('runs.settings')}>
        <TextField
          form={form}
          name="budget"
          label={labels.budget}
          hint={say('runs.budget-hint')}
          inputMode="decimal"
          width={120}
        />
        <SelectField
          form={form}
          name="notAttempted"
          label={labels.notAttempted}
          choices={(['zero', 'missing'] as const).map(value => ({
            value,
            label: say(`runs.not-attempted.${value}`),
          }))}
        />
        <SelectField
          form={form}
          name="notTaught"
          label={labels.notTaught}
          choices={(['leave-maximum', 'zero'] as const).map(value => ({
            value,
            label: say(`runs.not-taught.${value}`),
          }))}
        />
      </FieldSet>
    </FormPage>
  )
}

function isBudget(text: string): boolean {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && value >= 0 && value <= 49
}
