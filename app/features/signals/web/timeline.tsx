import type { Answer } from '../../../web/client/contract-types.ts'
import { AttachedFiles } from '../../../web/components/attached-files.tsx'
import { InstantText } from '../../../web/components/dates.tsx'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { Section } from '../../../web/components/section.tsx'
import { lowerFirst } from '../../../web/messages/lower-first.ts'
import { say } from '../../../web/messages/say.ts'
import style from './timeline.module.css'

type Step = Answer<'GET /api/signals/:id'>['steps'][number]

/** Who did what, when and why, from the first day on. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  return (
    <Section title={say('signal.timeline')} card>
      {steps.length === 0 && (
        <EmptyState title={say('signal.timeline-empty')}>{say('signal.timeline-meaning')}</EmptyState>
      )}
      <ol className={style.steps}>
        {steps.map(step => (
          <li key={step.id}>
            <p>
              <b>{step.title}</b>
            </p>
            {step.causes.length > 0 && (
              <ul>
                {step.causes.map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            )}
            {step.text && <p className={style.said}>{step.text}</p>}
            <AttachedFiles files={step.files} />
            <p className="note">
              {step.who}
              {step.roleName && step.roleName !== step.who && `, ${lowerFirst(step.roleName)}`} ·{' '}
              <InstantText instant={step.at} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
