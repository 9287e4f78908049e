import type { ReactNode } from 'react'
import { dateInWords, InstantText } from '../../../web/components/dates.tsx'
import { Facts } from '../../../web/components/facts.tsx'
import { say } from '../../../web/messages/say.ts'
import { PlanLink } from './plan-link.tsx'
import type { OpenPlan } from './plan-page.tsx'

/** What is known of a plan beside its measures. */
export function PlanFacts({ plan }: { plan: OpenPlan }) {
  const { approval, above, aboveTitle, previous, copies, source, changed, publication, abbreviations } = plan
  const { result } = plan
  const { post, person, date, number } = approval
  const approved = [
    post,
    person,
    date && dateInWords(date),
    number && say('plan.approval-number', { number }),
  ].filter(Boolean)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [say('plan.approval'), approved.join(', ')],
    [
      say('plan.above'),
      // The plan above is not read below: that this one came from it is said all the same.
      above !== null &&
        (aboveTitle ? <PlanLink plan={{ id: above, title: aboveTitle }} /> : say('plan.above-hidden')),
    ],
    [say('plan.previous'), previous && <PlanLink plan={previous} />],
    [say('plan.result'), result],
    [say('plan.copies'), copies > 0 && say('plan.copies-count', { count: copies })],
    [say('plan.source'), source?.name],
    [say('plan.changed'), changed > 0 && say('plan.changed-count', { count: changed })],
    [
      say('plan.public'),
      publication && (
        <span className="stack-tight">
          <a href={publication.address}>{publication.address}</a>
          <span className="note">
            {say('plan.version-number', { number: publication.version })},{' '}
            {say(publication.withNames ? 'plan.public-names' : 'plan.public-no-names')},{' '}
            <InstantText instant={publication.at} />
          </span>
        </span>
      ),
    ],
  ]
  const known = facts.some(([, value]) => value)
  if (!known && abbreviations.length === 0) return null
  return (
    <div className="stack">
      {known && <Facts facts={facts} />}
      {abbreviations.length > 0 && (
        <details>
          <summary>{say('plan.abbreviations')}</summary>
          <Facts facts={abbreviations.map(({ short, full }) => [short, full] as const)} />
        </details>
      )}
    </div>
  )
}
