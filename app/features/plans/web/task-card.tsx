import { DateText, dateInWords } from '../../../web/components/dates.tsx'
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

/** The first of these stands open; a term is moved and a measure called off only by who asks for it. */
const OFFERED: ReadonlySet<(typeof ORDER)[number]> = new Set(['accept', 'return', 'submit', 'start'])

/** One term of a measure: how it stands, what proves it, what can be done with it. */
export function TaskCard({ task, measure }: { task: Task; measure: Measure }) {
  const acts = ORDER.filter(act => task.acts.includes(act))
  const reason = reasonOf(task, measure)
  const several = measure.tasks.length > 1
  // What waits for the reader's word stands open among the others.
  const checks = acts.includes('accept')
  const title = task.title ?? (several && task.dueOn ? dateInWords(task.dueOn) : null)
  return (
    <article className="card stack" aria-label={title ?? say('measure.course')}>
      <div className="row-apart">
        <div className="stack-tight">
          {title && <h3>{title}</h3>}
          <span>
            {task.dueOn
              ? title !== dateInWords(task.dueOn) && <DateText date={task.dueOn} />
              : say(wordOfNoDay(measure))}
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
      {acts.length > 0 &&
        (several ? (
          // Twelve terms of a year with four acts each would hide what is due.
          <details className="no-print" open={checks}>
            <summary>
              {say(checks ? 'measure.task-check' : 'measure.task-acts')}
              <span className="visually-hidden"> ({title})</span>
            </summary>
            <div className={style.opened}>
              <TaskActs task={task} measure={measure} acts={acts} />
            </div>
          </details>
        ) : (
          <TaskActs task={task} measure={measure} acts={acts} />
        ))}
    </article>
  )
}

/** Why there is no day: the term has no end, waits for the dates of a procedure, or was not understood. */
function wordOfNoDay({ term }: Measure) {
  if (term?.kind === 'by-procedure') return 'measures.procedure-term'
  if (term === null) return 'measures.term-none'
  return term.kind === 'open' || term.kind === 'by-event' ? 'measures.open-term' : 'measures.no-day'
}

interface ActsProps {
  readonly task: Task
  readonly measure: Measure
  readonly acts: readonly (typeof ORDER)[number][]
}

function TaskActs({ task, measure, acts }: ActsProps) {
  const several = measure.tasks.length > 1
  return (
    <div className={`${style.acts} no-print`}>
      {acts.map((act, index) => (
        <details key={act} name={`task-${task.id}`} open={index === 0 && OFFERED.has(act) && !several}>
          <summary>
            {say(
              (several || task.title !== null) && act === 'cancel'
                ? 'measure.act.cancel-task'
                : `measure.act.${act}`,
            )}
          </summary>
          {act === 'submit' ? (
            <SubmitForm task={task} measure={measure} />
          ) : (
            <TaskActForm act={act} task={task} measure={measure} />
          )}
        </details>
      ))}
    </div>
  )
}

/** Why it came back. The history says it too, but who has to answer should not look for it. */
function reasonOf({ id, state }: Task, { steps }: Measure): string | null {
  if (state !== 'returned') return null
  return steps.findLast(({ kind, task }) => kind === 'returned' && task === id)?.text ?? null
}
