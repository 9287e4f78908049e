import type { Role } from '../accounts/index.ts'
import { type Evidence, whyNotProved } from './evidence.rules.ts'
import type { Level } from './reading/plan.ts'
import type { LocalDate, TaskState } from './task-state.rules.ts'

export type { Evidence } from './evidence.rules.ts'
export { rollUp } from './roll-up.ts'
export {
  daysBetween,
  isOverdue,
  isOwed,
  type LocalDate,
  overdueDays,
  type TaskState,
} from './task-state.rules.ts'
export { type PlannedTask, tasksOf } from './tasks-of.ts'

export type Act =
  | 'start'
  | 'submit'
  | 'accept'
  | 'return'
  | 'postpone'
  | 'cancel'
  | 'restore'
  | 'comment'
  | 'add-case'

export type PlanState = 'draft' | 'approved' | 'closed'
/** From where somebody acts on a plan: from the unit whose plan it is, or from a level above it. */
export type From = 'own' | 'above'

/** Where a measure comes from, and whether those below have to take it as it is. */
export interface Origin {
  /** It was taken over from the plan of the level above. */
  readonly fromAbove: boolean
  readonly mandatory: boolean
  /** The plan above has it no longer: nobody there asks for it, and what becomes of it is decided here. */
  readonly withdrawn?: boolean
}

/** A task as far as its rules go. For `add-case`, `state` is that of the measure as a whole. */
export interface TaskFacts extends Origin {
  readonly state: TaskState
  /** State in which it was called off; null when it never was. */
  readonly stateBefore: TaskState | null
  readonly dueOn: LocalDate | null
  readonly planState: PlanState
  readonly planLevel: Level
  /** The measure waits for cases («по мере выявления»). */
  readonly byEvent: boolean
  /** Account of whoever submitted it last. */
  readonly submittedBy: string | null
}

export interface Who {
  readonly account: string
  readonly role: Role | string
  readonly from: From
}

/** An act with what it says; `today` is the local date. */
export interface Doing extends Who {
  readonly act: Act
  readonly today: LocalDate
  /** The reason, the comment, what was done or what the case is. */
  readonly words?: string | null | undefined
  readonly dueOn?: LocalDate | null | undefined
  /** Everything that lies with the task, what was submitted before included. */
  readonly evidence?: readonly Evidence[] | undefined
}

/** In which states an act makes sense. */
const FROM: Readonly<Record<Act, readonly TaskState[]>> = {
  start: ['not-started', 'postponed'],
  // It can be added to until it is judged.
  submit: ['not-started', 'in-progress', 'postponed', 'returned', 'submitted'],
  accept: ['submitted'],
  return: ['submitted'],
  postpone: ['not-started', 'in-progress', 'postponed', 'returned'],
  // What was submitted is judged first.
  cancel: ['not-started', 'in-progress', 'postponed', 'returned'],
  restore: ['cancelled', 'accepted'],
  comment: ['not-started', 'in-progress', 'submitted', 'accepted', 'returned', 'postponed', 'cancelled'],
  'add-case': ['not-started', 'in-progress', 'submitted', 'accepted', 'returned', 'postponed'],
}

/** People who carry out the plan of a unit, by its level. */
const OWN: Readonly<Record<Level, readonly Role[]>> = {
  school: ['head', 'coordinator'],
  municipality: ['municipality', 'methodist', 'coordinator'],
  region: ['analyst', 'institute', 'coordinator', 'ministry'],
}
/** Who judges from above. Nobody is above the region: there the ministry does. */
const JUDGES: Readonly<Record<Level, readonly Role[]>> = {
  school: ['municipality', 'analyst', 'ministry'],
  municipality: ['analyst', 'ministry'],
  region: [],
}
const COMMENTING: readonly Role[] = ['ministry', 'analyst', 'institute', 'municipality', 'methodist']

/** Whether somebody of this role, acting from there on a plan of this level, does this at all. */
export function isDoer(act: Act, role: Role | string, from: From, planLevel: Level): boolean {
  const own = from === 'own' && includes(OWN[planLevel], role)
  const judge = from === 'above' && includes(JUDGES[planLevel], role)
  switch (act) {
    case 'start':
    case 'submit':
    case 'add-case':
      return own
    case 'accept':
    case 'return':
      return planLevel === 'region' ? own && role === 'ministry' : judge
    case 'postpone':
    case 'cancel':
    case 'restore':
      return own || judge
    case 'comment':
      return own || (from === 'above' ? includes(COMMENTING, role) : role === 'methodist')
  }
}

/** Asked for from above, and not to be changed below as long as it is. */
export function isLocked({ fromAbove, mandatory, withdrawn = false }: Origin): boolean {
  return fromAbove && mandatory && !withdrawn
}

/** Whether the words of a measure may be changed: by its own unit, until the plan is closed, unless it is locked. */
export function mayEdit(origin: Origin, planState: PlanState, from: From): boolean {
  return from === 'own' && planState !== 'closed' && !isLocked(origin)
}

/** Why the act cannot be done, as a problem's code; null when it can. Who may do it is asked of isDoer. */
export function whyNot(task: TaskFacts, doing: Doing): string | null {
  const { act, words } = doing
  if (task.planState === 'closed') return 'measure-plan-closed'
  if (task.planState === 'draft' && act !== 'comment') return 'measure-plan-draft'
  if (act === 'add-case' && !task.byEvent) return 'measure-without-cases'
  if (!FROM[act].includes(task.state)) return `measure-${task.state}`
  const turf = whyNotTurf(task, doing)
  if (turf !== null) return turf
  if (act === 'accept' && task.submittedBy === doing.account) return 'measure-own-work'
  if (NEEDS_WORDS.has(act) && !says(words)) return 'measure-words-missing'
  if (act === 'submit') return whyNotProved(doing.evidence ?? [], words ?? '', doing.today)
  return whyNotDue(task, doing)
}

const NEEDS_WORDS: ReadonlySet<Act> = new Set<Act>([
  'return',
  'postpone',
  'cancel',
  'restore',
  'comment',
  'add-case',
])

/** Whose measure it is to put off, call off or take up again. */
function whyNotTurf(task: TaskFacts, { act, role, from }: Doing): string | null {
  if (act !== 'postpone' && act !== 'cancel' && act !== 'restore') return null
  // What was accepted by mistake is opened again by whoever accepts.
  if (task.state === 'accepted') {
    return isDoer('accept', role, from, task.planLevel) ? null : 'measure-accepted'
  }
  if (from === 'own' && isLocked(task)) return 'measure-locked'
  return from === 'above' && !task.fromAbove ? 'measure-of-its-unit' : null
}

/** A new day lies ahead, a year at most (more is a slip of the pen); postponed is later than before. */
function whyNotDue({ dueOn: before }: TaskFacts, { act, today, dueOn = null }: Doing): string | null {
  if (act === 'postpone') {
    if (before === null) return 'measure-without-term'
    if (dueOn === null) return 'measure-due-missing'
  }
  if (dueOn === null || (act !== 'postpone' && act !== 'return' && act !== 'add-case')) return null
  if (act === 'add-case' ? dueOn < today : dueOn <= today) return 'measure-due-too-early'
  if (dueOn > yearAfter(today)) return 'measure-due-too-late'
  return act === 'postpone' && before !== null && dueOn <= before ? 'measure-due-not-later' : null
}

/** Where an allowed act leads. */
export function stateAfter(
  { state, stateBefore }: Pick<TaskFacts, 'state' | 'stateBefore'>,
  act: Act,
): TaskState {
  switch (act) {
    case 'start':
      return 'in-progress'
    case 'submit':
      return 'submitted'
    case 'accept':
      return 'accepted'
    case 'return':
      return 'returned'
    case 'postpone':
      return 'postponed'
    case 'cancel':
      return 'cancelled'
    case 'restore':
      // Accepted by mistake: it waits to be judged again.
      return state === 'accepted' ? 'submitted' : (stateBefore ?? 'not-started')
    default:
      return state
  }
}

/** Acts that the reader may do now: some words and some day of theirs would be taken. */
export function actsOf(task: TaskFacts, who: Who): Act[] {
  const words = 'Достаточно слов, чтобы сказать, что сделано и почему.'
  const dueOn = task.dueOn === null ? null : dayAfter(task.dueOn)
  return (Object.keys(FROM) as Act[]).filter(
    act =>
      isDoer(act, who.role, who.from, task.planLevel) &&
      whyNot(task, { ...who, act, words, dueOn, today: task.dueOn ?? '2000-01-01' }) === null,
  )
}

function says(words: string | null | undefined): boolean {
  return (words?.match(/\p{L}/gu)?.length ?? 0) >= 3
}

function dayAfter(day: LocalDate): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function yearAfter(day: LocalDate): LocalDate {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
}

function includes(roles: readonly Role[], role: string): boolean {
  return (roles as readonly string[]).includes(role)
}
