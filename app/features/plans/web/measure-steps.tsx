import { dateInWords, InstantText } from '../../../web/components/dates.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { Section } from '../../../web/components/section.tsx'
import { lowerFirst } from '../../../web/messages/lower-first.ts'
import { say } from '../../../web/messages/say.ts'
import style from './measure-acts.module.css'
import type { Measure } from './measure-page.tsx'

type Changes = Measure['offeredChanges']

/** Who did what, when and why, from the first day on. */
export function MeasureSteps({ measure: { steps, tasks } }: { measure: Measure }) {
  const terms = new Map(tasks.length > 1 ? tasks.map(task => [task.id, termOf(task)]) : [])
  return (
    <Section title={say('measure.history')} card>
      {steps.length === 0 && <p className="muted">{say('measure.history-empty')}</p>}
      <ol className={style.steps}>
        {steps.map(step => (
          <li key={step.id}>
            <p>
              <b>{step.title}</b>
              {step.task !== null && terms.get(step.task) && (
                <span className="note"> · {terms.get(step.task)}</span>
              )}
            </p>
            {step.text && <p className={style.said}>{step.text}</p>}
            {step.changes.length > 0 && <ChangesTable changes={step.changes} />}
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

/** Which of several terms a step is about. */
function termOf({ title, dueOn }: Measure['tasks'][number]): string | null {
  return title ?? (dueOn && say('measure.step-term', { day: dateInWords(dueOn) }))
}

/** Fields with their words before and after. */
export function ChangesTable({ changes }: { changes: Changes }) {
  return (
    <PlainTable
      label={say('measure.changes')}
      rows={changes}
      rowKey={({ title }) => title}
      columns={[
        { header: say('conflict.field'), cell: ({ title }) => title },
        { header: say('measure.before'), cell: ({ before }) => before ?? say('conflict.empty') },
        { header: say('measure.after'), cell: ({ after }) => after ?? say('conflict.empty') },
      ]}
    />
  )
}
