import { Button, Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '../../../web/client/api.ts'
import type { Answer, Item } from '../../../web/client/contract-types.ts'
import { FieldRow, FieldSet, TextField } from '../../../web/components/fields.tsx'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import type { ChosenUnit } from '../../../web/components/unit-finder.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './terms-form.module.css'

interface Props {
  readonly campaign: Answer<'GET /api/campaigns/:id'>
  readonly unit: ChosenUnit
  /** What this unit has already. */
  readonly own: readonly Item<'GET /api/campaigns/:id/terms'>[]
  /** The assessment one came from; all of them otherwise. */
  readonly first?: number
}

/** Own dates of one unit for the ticked assessments. What stands in the first of them fills the fields. */
export function TermsForm({ campaign, unit, own, first }: Props) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const held = campaign.assessmentList.filter(one => !one.withdrawn)
  const ofUnit = own.filter(one => one.unit.id === unit.id)
  const standing = ofUnit.find(one => one.assessments.some(({ id }) => id === first)) ?? ofUnit[0]
  const form = useForm({
    initial: {
      assessments: beginWith(held, standing, first),
      takesPart: standing?.takesPart ?? true,
      writtenFrom: standing?.writtenFrom ?? '',
      writtenTo: standing?.writtenTo ?? '',
      dueOn: standing?.dueOn ?? '',
      reason: standing?.reason ?? '',
    },
    check: ({ assessments, takesPart, reason }) => ({
      ...(assessments.length > 0 ? {} : { assessments: say('terms.assessments-missing') }),
      ...(takesPart || reason.trim() ? {} : { reason: say('terms.reason-missing') }),
    }),
    send: async ({ assessments, takesPart, writtenFrom, writtenTo, dueOn, reason }) => {
      const versions = new Map(ofUnit.flatMap(one => one.assessments.map(({ id, version }) => [id, version])))
      await api('POST /api/campaigns/:id/terms', {
        params: { id: campaign.id },
        body: {
          unit: unit.id,
          assessments: assessments.map(id => ({ id, version: versions.get(id) ?? null })),
          takesPart,
          writtenFrom: takesPart ? writtenFrom || null : null,
          writtenTo: takesPart ? writtenTo || null : null,
          dueOn: takesPart ? dueOn || null : null,
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        },
      })
      await client.invalidateQueries()
      await navigate({ to: '/campaigns/$id', params: { id: String(campaign.id) } })
    },
  })
  const { assessments, takesPart } = form.values
  const tick = (ids: readonly number[], on: boolean) =>
    form.set(
      'assessments',
      on ? [...new Set([...assessments, ...ids])] : assessments.filter(id => !ids.includes(id)),
    )
  const replaced = ofUnit.flatMap(one => one.assessments).filter(({ id }) => assessments.includes(id)).length
  return (
    <FormPage
      form={form}
      labels={{
        assessments: say('terms.assessments'),
        reason: say('form.reason'),
        writtenFrom: say('assessment.from'),
        writtenTo: say('assessment.to'),
        dueOn: say('campaign.due'),
      }}
      buttons={
        <>
          <Button type="submit" loading={form.sending}>
            {say('action.save')}
          </Button>
          <Link to="/campaigns/$id" params={{ id: String(campaign.id) }}>
            {say('action.cancel')}
          </Link>
        </>
      }
    >
      <FieldSet legend={say('terms.participation')}>
        {([true, false] as const).map(choice => (
          <label key={String(choice)} className={style.choice}>
            <input
              type="radio"
              name="takesPart"
              checked={takesPart === choice}
              onChange={() => form.set('takesPart', choice)}
            />
            {say(choice ? 'terms.takes-part' : 'terms.absent')}
          </label>
        ))}
        {!takesPart && <p className="note">{say('terms.absent-hint')}</p>}
        {takesPart && (
          <FieldRow>
            <TextField form={form} name="writtenFrom" label={say('assessment.from')} type="date" />
            <TextField form={form} name="writtenTo" label={say('assessment.to')} type="date" />
            <TextField form={form} name="dueOn" label={say('campaign.due')} type="date" />
          </FieldRow>
        )}
      </FieldSet>
      <TextField form={form} name="reason" label={say('form.reason')} optional={takesPart} />
      <FieldSet legend={say('terms.assessments')}>
        <div className={style.choices} id={form.idOf('assessments')} tabIndex={-1}>
          <Checkbox
            label={say('terms.all')}
            checked={assessments.length === held.length}
            indeterminate={assessments.length > 0 && assessments.length < held.length}
            onChange={event =>
              tick(
                held.map(one => one.id),
                event.currentTarget.checked,
              )
            }
          />
          {held.map(one => (
            <Checkbox
              key={one.id}
              label={one.title}
              checked={assessments.includes(one.id)}
              onChange={event => tick([one.id], event.currentTarget.checked)}
            />
          ))}
        </div>
        {replaced > 0 && <p className="note">{say('terms.stands', { count: replaced })}</p>}
      </FieldSet>
    </FormPage>
  )
}

/** Ticked at first: the assessment one came from, else those that share what stands already, else all of them. */
function beginWith(
  held: readonly { readonly id: number }[],
  standing: Props['own'][number] | undefined,
  first: number | undefined,
): number[] {
  if (first !== undefined) return [first]
  return (standing?.assessments ?? held).map(({ id }) => id)
}
