import { EmptyState } from '../components/empty-state.tsx'
import { PageHeader } from '../components/page-header.tsx'
import { Section } from '../components/section.tsx'
import { say } from '../messages/say.ts'
import { actingGrant, useMe } from '../shell/session.ts'
import { FirstSteps } from './first-steps.tsx'

const shelves = ['returned', 'due', 'check'] as const

/** «Моя работа»: what came back to me, what is due, what waits for my look; and on a new installation the first steps. */
export function WorkPage() {
  const me = useMe()
  return (
    <>
      <PageHeader title={say('work.title')} meaning={actingGrant(me)?.sentence} />
      <div className="stack-wide">
        <FirstSteps />
        <div className="grid-cards">
          {shelves.map(shelf => (
            <Section key={shelf} title={say(`work.${shelf}`)}>
              <EmptyState title={say(`work.${shelf}-empty`)}>{say(`work.${shelf}-meaning`)}</EmptyState>
            </Section>
          ))}
        </div>
      </div>
    </>
  )
}
