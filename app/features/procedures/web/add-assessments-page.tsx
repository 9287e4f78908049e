import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../../../web/client/api.ts'
import type { Answer, Item } from '../../../web/client/contract-types.ts'
import { useAnswer, useList } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './add-assessments.module.css'
import { OtherAssessment } from './other-assessment.tsx'
import { PaperState } from './paper-state.tsx'

type Campaign = Answer<'GET /api/campaigns/:id'>
type Paper = Item<'GET /api/specifications'>

/** An assessment as it is sent. */
export interface Chosen {
  readonly year: number
  readonly grade: number
  readonly subject: string
  readonly paperVersion: 'базовая' | 'углублённая' | null
}

/** Several assessments at once: those with a known paper by their list, any other one by its fields. */
export function AddAssessmentsPage() {
  const { id } = useParams({ from: '/signed-in/campaigns/$id/assessments' })
  const campaign = useAnswer('GET /api/campaigns/:id', { params: { id } }, { ofPage: true })
  return (
    <>
      <PageHeader
        title={campaign.data && say('assessments.add-title')}
        meaning={say('assessments.add-meaning')}
        crumbs={[
          { label: say('campaigns.title'), link: { to: '/campaigns' } },
          ...(campaign.data
            ? [{ label: campaign.data.title, link: { to: '/campaigns/$id', params: { id } } as const }]
            : []),
        ]}
      />
      <QueryView query={campaign} height={480}>
        {given => <Choice campaign={given} />}
      </QueryView>
    </>
  )
}

function Choice({ campaign }: { campaign: Campaign }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [year, setYear] = useState(Number(campaign.startsOn.slice(0, 4)))
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map())
  const [error, setError] = useState<Error | null>(null)
  const [sending, setSending] = useState(false)
  const facets = useAnswer('GET /api/specifications/facets', {})
  const years = new Set([...(facets.data?.years.map(({ value }) => Number(value)) ?? []), year])
  const there = new Set(campaign.assessmentList.filter(one => !one.withdrawn).map(one => one.paper.id))
  const toggle = (entries: readonly (readonly [string, Chosen])[], on: boolean) =>
    setChosen(before => {
      const after = new Map(before)
      for (const [key, value] of entries)
        if (on) after.set(key, value)
        else after.delete(key)
      return after
    })
  const send = async () => {
    setSending(true)
    setError(null)
    try {
      await api('POST /api/campaigns/:id/assessments', {
        params: { id: campaign.id },
        body: { assessments: [...chosen.values()] },
      })
      await client.invalidateQueries()
      await navigate({ to: '/campaigns/$id', params: { id: String(campaign.id) } })
    } catch (failed) {
      setError(failed as Error)
    } finally {
      setSending(false)
    }
  }
  return (
    <div className="stack-wide">
      <Section
        title={say('assessments.known', { year: String(year) })}
        meaning={say('assessments.known-meaning')}
        aside={
          <NativeSelect
            aria-label={say('assessments.year')}
            value={String(year)}
            onChange={event => setYear(Number(event.currentTarget.value))}
            data={[...years].sort((a, b) => b - a).map(String)}
          />
        }
      >
        <KnownPapers
          procedure={campaign.procedure}
          year={year}
          there={there}
          chosen={new Set(chosen.keys())}
          toggle={toggle}
        />
      </Section>
      <OtherAssessment year={year} add={one => toggle([[`${Object.values(one)}`, one]], true)} />
      {error && <ProblemPanel error={error} />}
      <div className={style.send}>
        <Button disabled={chosen.size === 0} loading={sending} onClick={() => void send()}>
          {say('assessments.send', { count: chosen.size })}
        </Button>
        <Link to="/campaigns/$id" params={{ id: String(campaign.id) }}>
          {say('action.cancel')}
        </Link>
      </div>
    </div>
  )
}

interface KnownProps {
  readonly procedure: string
  readonly year: number
  readonly there: ReadonlySet<string>
  readonly chosen: ReadonlySet<string>
  readonly toggle: (entries: readonly (readonly [string, Chosen])[], on: boolean) => void
}

/** Papers of a year by grade; a whole grade, or the whole year grade by grade, is ticked at once. */
function KnownPapers({ procedure, year, there, chosen, toggle }: KnownProps) {
  const papers = useList('GET /api/specifications', { query: { procedure, year, limit: 200 } })
  const known = papers.data?.pages.flatMap(page => page.items) ?? []
  if (papers.error) return <ProblemPanel error={papers.error} />
  if (papers.data && known.length === 0)
    return <EmptyState title={say('specifications.empty')}>{say('assessments.known-none')}</EmptyState>
  const byGrade = [...Map.groupBy(known, one => one.grade)]
  return (
    <div className={style.grades}>
      {byGrade.map(([grade, ofGrade]) => {
        const free = ofGrade.filter(({ id }) => !there.has(id))
        const ticked = free.filter(({ id }) => chosen.has(id)).length
        return (
          <fieldset key={grade} className={style.grade}>
            <legend>{say('assessments.of-grade', { grade })}</legend>
            {free.length > 1 && (
              <Checkbox
                label={say('assessments.grade-all', { grade })}
                checked={ticked === free.length}
                indeterminate={ticked > 0 && ticked < free.length}
                onChange={event =>
                  toggle(
                    free.map(one => [one.id, toChosen(one)] as const),
                    event.currentTarget.checked,
                  )
                }
              />
            )}
            {ofGrade.map(paper => (
              <Checkbox
                key={paper.id}
                disabled={there.has(paper.id)}
                checked={there.has(paper.id) || chosen.has(paper.id)}
                onChange={event => toggle([[paper.id, toChosen(paper)]], event.currentTarget.checked)}
                label={
                  <span className="row">
                    {paper.version ? `${paper.subject} (${paper.version})` : paper.subject}
                    {there.has(paper.id) && <span className="note">{say('assessments.already')}</span>}
                    {!there.has(paper.id) && paper.state !== 'whole' && <PaperState state={paper.state} />}
                  </span>
                }
              />
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}

function toChosen({ year, grade, subject, version }: Paper): Chosen {
  return { year, grade, subject, paperVersion: version }
}
