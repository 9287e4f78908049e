import { DateText } from '../../../web/components/dates.tsx'
import { say } from '../../../web/messages/say.ts'
import { EvidenceList } from './evidence-list.tsx'
import style from './measure-acts.module.css'
import { MeasureBadge } from './measure-badge.tsx'
import type { Measure } from './measure-page.tsx'
import { SubmitForm } from './submit-form.tsx'
import { TaskActForm } from './task-act-form.tsx'

export type Task = Measure['tasks'][number]
/** In this order: what is owed first, what ends or undoes it last. */
const ORDER = ['accept', 'return', 'submit', 'start', 'postpone', 'cancel', 'restore'] as const

/** One term of a measure: how it stands, what proves it, what can be done with it. */
export function TaskCard({ task, measure }: { task: Task; measure: Measure }) {
  const acts = ORDER.filter(act => task.acts.includes(act))
  const reason = reasonOf(task, measure)
  const title = task.title ?? (measure.tasks.length > 1 ? say('measure.task') : null)
  return (
    <article className="card stack" aria-label={title ?? say('measure.course')}>
      <div className="row-apart">
        <div className="stack-tight">
          {title && <h3>{title}</h3>}
          <span>
            {task.dueOn ? <DateText date={task.dueOn} /> : say('measures.open-term')}
            {task.plannedOn && task.plannedOn !== task.dueOn && (
              <span className="note">
                {' · '}
                {say('measure.planned-on')} <DateText date={task.plannedOn} />
              </span>
            )}
          </span>
        </div>
        <MeasureBadge standing={task} />
      </div>
      {task.escalated > 0 && <p className="note">{say('measure.escalated')}</p>}
      {reason && (
        <div className={style.reason}>
          <p className="note">{say('measure.returned-because')}</p>
          <p className={style.said}>{reason}</p>
        </div>
      )}
      <EvidenceList evidence={task.evidence} />
      {acts.length > 0 && (
        <div className={`${style.acts} no-print`}>
          {acts.map((act, index) => (
            <details
              key={act}
              name={`task-${task.id}`}
              open={index === 0 && act !== 'postpone' && act !== 'restore' && measure.tasks.length === 1}
            >
              <summary>{say(`measure.act.${act}`)}</summary>
              {act === 'submit' ? (
                <SubmitForm task={task} measure={measure} />
              ) : (
                <TaskActForm act={act} task={task} measure={measure} />
              )}
            </details>
          ))}
        </div>
      )}
    </article>
  )
}

/** Why it came back. The history says it too, but who has to answer should not look for it; of several tasks it is not told whose it was. */
function reasonOf({ state }: Task, { tasks, steps }: Measure): string | null {
  if (state !== 'returned' || tasks.length !== 1) return null
  return steps.findLast(({ kind }) => kind === 'returned')?.text ?? null
}
