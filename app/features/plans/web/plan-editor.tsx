import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { FormPage, useForm } from '../../../web/components/form.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { bodyOf, type Draft, type DraftValues, emptyMeasure, pointsLeft, textOfPoint } from './draft.ts'
import { DraftList } from './draft-list.tsx'
import { HeadingFields, headingLabels } from './heading-fields.tsx'
import { checkWholeHeading, headingOf } from './heading-values.ts'
import { dropDraft, keepDraft } from './kept-draft.ts'
import { LeftOutPoints } from './left-out-points.tsx'
import { OriginalView } from './original-view.tsx'
import style from './plan-editor.module.css'

interface Props {
  /** Under which it is kept until it is saved. */
  readonly name: string
  readonly draft: Draft
  readonly unit: { readonly id: number; readonly name: string; readonly kind: string }
}

const KEEP_AFTER = 400

/** A plan before it is saved: its heading, its measures, and the document beside them. */
export function PlanEditor({ name, draft, unit }: Props) {
  const client = useQueryClient()
  const navigate = useNavigate()
  // What was read with a doubt is looked at first.
  const [open, setOpen] = useState<number | null>(() => {
    const { measures } = draft.values
    return (measures.find(({ doubtful }) => doubtful.length > 0) ?? measures[0])?.key ?? null
  })
  const form = useForm<DraftValues>({
    initial: draft.values,
    check: values => {
      const { measures } = values
      const wordless = measures.find(({ text }) => !text.trim())
      if (wordless) setOpen(wordless.key)
      return {
        ...checkWholeHeading(values),
        ...(wordless ? { measures: say('draft.text-missing') } : {}),
      }
    },
    send: async values => {
      const { source, periodWords } = draft
      const { id } = await api('POST /api/plans', {
        body: {
          ...headingOf(values, periodWords),
          unit: unit.id,
          source,
          measures: values.measures.map(bodyOf),
        },
      })
      dropDraft(name)
      await client.invalidateQueries()
      await navigate({ to: '/plans/$id', params: { id: String(id) } })
    },
  })
  const { values, sending } = form
  const { measures, start, end, school } = values
  useEffect(() => {
    // What has been saved is not kept again.
    if (sending || values === draft.values) return
    const timer = setTimeout(() => keepDraft(name, { ...draft, values }), KEEP_AFTER)
    return () => clearTimeout(timer)
  }, [values, draft, name, sending])
  const two = draft.original.length > 0
  const save = (
    <Button type="submit" loading={sending}>
      {say('draft.save')}
    </Button>
  )
  return (
    <div className="stack-wide">
      {two && (
        <div className="stack-tight" role="status">
          <p>
            {say('draft.found', { count: measures.length })}.{' '}
            {say('draft.doubtful', { count: measures.filter(one => one.doubtful.length > 0).length })}
          </p>
          {draft.notes.map(note => (
            <p key={note} className="muted">
              {note}
            </p>
          ))}
        </div>
      )}
      <LeftOutPoints
        points={pointsLeft(draft.leftOut, measures)}
        take={point => {
          const measure = emptyMeasure({ text: textOfPoint(point) })
          form.set('measures', [...measures, measure])
          setOpen(measure.key)
        }}
      />
      <Section title={say('draft.heading')} meaning={say('draft.unit', { name: unit.name })} card>
        <FormPage form={form} labels={{ ...headingLabels(), measures: say('draft.measures') }} buttons={save}>
          <HeadingFields form={form} />
        </FormPage>
      </Section>
      <div className={style.sides} data-two={two}>
        <div id={form.idOf('measures')} tabIndex={-1}>
          <DraftList
            measures={measures}
            change={next => form.set('measures', next)}
            open={open}
            setOpen={setOpen}
            period={{ start, end, school }}
            level={levelOf(unit.kind)}
          />
        </div>
        {two && (
          <OriginalView
            original={draft.original}
            source={measures.find(({ key }) => key === open)?.source ?? null}
          />
        )}
      </div>
      <div>
        <Button loading={sending} onClick={() => void form.submit()}>
          {say('draft.save')}
        </Button>
      </div>
    </div>
  )
}

function levelOf(kind: string): 'region' | 'municipality' | 'school' {
  return kind === 'municipality' || kind === 'school' ? kind : 'region'
}
