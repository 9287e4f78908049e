import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import { ApiError } from '../../../web/client/api-error.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { useForm } from '../../../web/components/form.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { SpecificationForm } from './specification-form.tsx'
import { checkValues, contentOf, EMPTY, type SpecificationValues, valuesOf } from './specification-values.ts'
import { titleOfUnknown } from './title-of-unknown.ts'

/** Correcting a paper: a new revision with its source. A paper nobody has described yet is described here too. */
export function EditSpecificationPage() {
  const { id } = useParams({ from: '/signed-in/specifications/$id/edit' })
  const paper = useAnswer('GET /api/specifications/:id', { params: { id } })
  const unknown = paper.error instanceof ApiError && paper.error.code === 'not-found'
  const title = paper.data?.title ?? (unknown ? titleOfUnknown(id) : undefined)
  return (
    <>
      <PageHeader
        title={title && say(unknown ? 'specification.new-title' : 'specification.edit-title')}
        meaning={title && (unknown ? title : `${title}. ${say('specification.edit-meaning')}`)}
        crumbs={[
          { label: say('specifications.title'), link: { to: '/specifications' } },
          ...(title ? [{ label: title, link: { to: '/specifications/$id', params: { id } } as const }] : []),
        ]}
      />
      {unknown ? (
        <EditForm id={id} initial={EMPTY} seen={0} />
      ) : (
        <QueryView query={paper} height={640}>
          {({ content, revision }) => <EditForm id={id} initial={valuesOf(content)} seen={revision} />}
        </QueryView>
      )}
    </>
  )
}

interface Props {
  readonly id: string
  readonly initial: SpecificationValues
  readonly seen: number
}

function EditForm({ id, initial, seen }: Props) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [base, setBase] = useState(seen)
  const [theirs, setTheirs] = useState<number | null>(null)
  const form = useForm<SpecificationValues>({
    initial,
    check: checkValues,
    send: async values => {
      const reason = values.reason.trim()
      try {
        await api('PUT /api/specifications/:id', {
          params: { id },
          body: { ...contentOf(values), base, ...(reason ? { reason } : {}) },
        })
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'changed-by-another') throw error
        const { revision } = await api('GET /api/specifications/:id', { params: { id } })
        setTheirs(revision)
        setBase(revision)
        return
      }
      await client.invalidateQueries()
      await navigate({ to: '/specifications/$id', params: { id } })
    },
  })
  return (
    <div className="stack-wide">
      {theirs !== null && (
        <Section
          title={say('conflict.title')}
          meaning={say('specification.changed-meaning', { revision: theirs })}
          card
        >
          <div role="alert" className="visually-hidden">
            {say('conflict.title')}
          </div>
          <p>
            <Link to="/specifications/$id" params={{ id }} target="_blank">
              {say('specification.see-theirs')}
            </Link>
          </p>
        </Section>
      )}
      <SpecificationForm
        form={form}
        asksReason
        buttons={
          <>
            <Button type="submit" loading={form.sending}>
              {theirs === null
                ? say('specification.save')
                : say('specification.save-after', { revision: theirs })}
            </Button>
            <Link to="/specifications/$id" params={{ id }}>
              {say('action.cancel')}
            </Link>
          </>
        }
      />
    </div>
  )
}
