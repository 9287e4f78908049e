import { Button } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import { FieldRow, TextField } from '../../../web/components/fields.tsx'
import { type FieldErrors, type Form, FormPage } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'

/** What stands in the fields of a campaign, as typed. */
export interface CampaignValues {
  title: string
  procedure: string
  startsOn: string
  endsOn: string
  dueOn: string
  reason: string
}

export const CAMPAIGN_FIELDS = ['title', 'procedure', 'startsOn', 'endsOn', 'dueOn'] as const

export function campaignLabels(): Record<(typeof CAMPAIGN_FIELDS)[number], string> {
  return {
    title: say('campaign.name'),
    procedure: say('campaign.procedure'),
    startsOn: say('campaign.starts'),
    endsOn: say('campaign.ends'),
    dueOn: say('campaign.due'),
  }
}

export function checkCampaign(values: CampaignValues): FieldErrors<CampaignValues> {
  return {
    ...(values.title.trim() ? {} : { title: say('campaign.name-missing') }),
    ...(values.procedure.trim() ? {} : { procedure: say('campaign.procedure-missing') }),
    ...(values.startsOn ? {} : { startsOn: say('campaign.date-missing') }),
    ...(values.endsOn ? {} : { endsOn: say('campaign.date-missing') }),
  }
}

export function campaignBody({ title, procedure, startsOn, endsOn, dueOn }: CampaignValues) {
  return { title, procedure, startsOn, endsOn, dueOn: dueOn || null }
}

interface Props {
  readonly form: Form<CampaignValues>
  readonly submit: string
  readonly back: LinkProps
  /** A correction is asked for its reason; a new campaign is not. */
  readonly asksReason?: boolean
}

/** The fields of a campaign, for a new one and for a correction. */
export function CampaignForm({ form, submit, back, asksReason = false }: Props) {
  const labels = campaignLabels()
  return (
    <FormPage
      form={form}
      labels={labels}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {submit}
          </Button>
          <Link {...back}>{say('action.cancel')}</Link>
        </>
      }
    >
      <TextField form={form} name="title" label={labels.title} hint={say('campaign.name-hint')} />
      <TextField
        form={form}
        name="procedure"
        label={labels.procedure}
        hint={say('campaign.procedure-hint')}
        width={240}
      />
      <FieldRow>
        <TextField form={form} name="startsOn" label={labels.startsOn} type="date" />
        <TextField form={form} name="endsOn" label={labels.endsOn} type="date" />
      </FieldRow>
      <TextField
        form={form}
        name="dueOn"
        label={labels.dueOn}
        hint={say('campaign.due-hint')}
        type="date"
        width={200}
        optional
      />
      {asksReason && (
        <TextField
          form={form}
          name="reason"
          label={say('form.reason')}
          hint={say('form.reason-hint')}
          optional
        />
      )}
    </FormPage>
  )
}
