import { Link, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { Answer } from '../../../web/client/contract-types.ts'
import { useAnswer } from '../../../web/client/queries.ts'
import { Facts } from '../../../web/components/facts.tsx'
import { useFigureWidth } from '../../../web/components/figure.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { ReplyBadge } from '../../../web/components/reply-badge.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { AddressedMeasures } from '../../../web/pages/joined-parts.ts'
import { useMay } from '../../../web/shell/session.ts'
import { FindingView } from './finding-view.tsx'
import { SchoolHistory } from './school-history.tsx'
import { SignalActs } from './signal-acts.tsx'
import { Timeline } from './timeline.tsx'

type Passport = Answer<'GET /api/signals/:id'>

/** The passport of a signal: what is seen, how sure, why it may be innocent, what was asked, answered and decided. */
export function SignalPage() {
  const { id } = useParams({ from: '/signed-in/signals/$id' })
  const signal = useAnswer('GET /api/signals/:id', { params: { id } }, { ofPage: true })
  const given = signal.data
  return (
    <>
      <PageHeader
        title={given && `${given.school.name} · ${given.set}`}
        meaning={given?.headline}
        crumbs={[
          { label: say('signals.title'), link: { to: '/signals' } },
          ...(given
            ? [
                {
                  label: given.school.name,
                  link: { to: '/units/$id', params: { id: String(given.school.id) } } as const,
                },
              ]
            : []),
        ]}
        state={given && <ReplyBadge signal={given} />}
      />
      <QueryView query={signal} height={640}>
        {known => <PassportView passport={known} />}
      </QueryView>
    </>
  )
}

/** States in which somebody still waits for something. */
const GOING_ON: ReadonlySet<Passport['state']> = new Set(['open', 'asked', 'replied'])

function PassportView({ passport }: { passport: Passport }) {
  const {
    id,
    dataUndone,
    schoolGone,
    findings,
    certainty,
    record,
    mayOpenCase,
    municipality,
    schoolKind,
    locality,
    n,
  } = passport
  const may = useMay()
  const figures = useAnswer('GET /api/signals/:id/figures', {
    params: { id },
    query: useFigureWidth(),
  })
  return (
    <div className="stack-wide">
      {schoolGone && GOING_ON.has(passport.state) && (
        <p className="card" role="status">
          {say('signal.school-gone')}
        </p>
      )}
      {dataUndone && (
        <p className="card" role="status">
          {say('signal.data-undone')}
        </p>
      )}
      <Facts
        facts={[
          [say('unit.kind.municipality'), municipality?.name],
          [say('signal.school-kind'), [schoolKind, locality].filter(Boolean).join(', ')],
          [say('signals.source'), say(`signals.source.${passport.source}`)],
          [say('signals.works'), <NumberText key="n" value={n} />],
          [say('signal.certainty'), certainty],
        ]}
      />
      <SignalActs passport={passport} />
      <Section title={say('signal.seen')} meaning={say('signals.not-a-verdict')}>
        <div className="stack-wide">
          {findings.map((finding, index) => (
            <FindingView
              key={`${finding.id}-${finding.where}-${index}`}
              finding={finding}
              figure={figures.data?.figures.find(({ name }) => name === finding.figure)}
              drawing={finding.figure !== null && !figures.data && !figures.error}
            />
          ))}
        </div>
      </Section>
      <Timeline steps={passport.steps} />
      {may('plan.read') && (
        <Suspense>
          <AddressedMeasures signal={id} />
        </Suspense>
      )}
      <SchoolHistory passport={passport} />
      {mayOpenCase && (
        <Section title={say('signal.case')} meaning={say('signal.case-meaning')} card>
          <p>
            <Link to="/signals/$id/case" params={{ id: String(id) }}>
              {say('signal.open-case')}
            </Link>
          </p>
        </Section>
      )}
      <Section title={say('signal.how')} meaning={say('signal.how-meaning')} card>
        <details>
          <summary>{say('signal.how-open')}</summary>
          <Facts facts={record.map(({ label, value }) => [label, value] as const)} />
        </details>
      </Section>
    </div>
  )
}
