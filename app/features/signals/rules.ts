import type { Role } from '../accounts/index.ts'
import { isOverdue, type LocalDate, type SignalState } from './terms.rules.ts'

export type Outcome = 'cleared' | 'confirmed' | 'insufficient'
export type Act = 'ask' | 'extend' | 'forward' | 'comment' | 'reply' | 'return' | 'close' | 'reopen'
/**
 * From where somebody acts on a signal: the region, a body between it and the school, the school itself, or the school into
 * which this one was merged.
 */
export type Level = 'region' | 'municipality' | 'school' | 'heir'

/** A signal as far as its rules go. */
export interface SignalFacts {
  readonly state: SignalState
  readonly dueOn: LocalDate | null
  /** Of a published run: until then nobody but the analysts knows of it. */
  readonly published: boolean
  /** Files under it were undone. */
  readonly dataUndone: boolean
  /** Passed on to the school by the municipality since it was last asked. */
  readonly forwarded: boolean
  /** The school has replied at least once. */
  readonly replied: boolean
  /** `gone`: closed, and nobody carries its work on. */
  readonly school: 'present' | 'gone'
}

/** An act with what it says; `today` is the local date. */
export interface Doing {
  readonly act: Act
  readonly today: LocalDate
  readonly dueOn?: LocalDate
  readonly outcome?: Outcome
  /** Why: it stands in the timeline beside the step, whoever took it. */
  readonly text?: string | undefined
}

/** Who may do what, and from where. The right stands in the matrix of access; this says who uses it on this signal. */
const DOERS: Readonly<Record<Act, ReadonlySet<string>>> = {
  ask: doers('analyst region', 'municipality municipality'),
  extend: doers('analyst region', 'municipality municipality'),
  forward: doers('municipality municipality'),
  comment: doers(
    'ministry region',
    'analyst region',
    'institute region',
    'methodist region',
    'municipality municipality',
    'methodist municipality',
  ),
  // Only the school speaks for the school: a coordinator of a municipality does not.
  reply: doers('head school', 'coordinator school', 'head heir', 'coordinator heir'),
  return: doers('analyst region'),
  close: doers('analyst region'),
  reopen: doers('analyst region'),
}

/** In which states an act makes sense. */
const FROM: Readonly<Record<Act, ReadonlySet<SignalState>>> = {
  ask: states('open'),
  extend: states('asked'),
  forward: states('asked'),
  comment: states('open', 'asked', 'replied', 'closed'),
  // The right of reply stands beside every signal: unasked too, and a reply can be added to until it is judged.
  reply: states('open', 'asked', 'replied'),
  return: states('replied'),
  close: states('open', 'asked', 'replied'),
  reopen: states('closed'),
}

/** Whether somebody of this role, acting from this level, does this at all. */
export function isDoer(act: Act, role: Role | string, level: Level): boolean {
  return DOERS[act].has(`${role} ${level}`)
}

/**
 * Whether somebody sees results of fewer than five pupils: the school itself and the region's analyst, nobody else.
 */
export function isInside(role: Role | string, level: Level): boolean {
  if (role === 'analyst') return level === 'region'
  return (role === 'head' || role === 'coordinator') && (level === 'school' || level === 'heir')
}

/**
 * Whether somebody may open the works by code: the school itself and the region's analyst. Pupils of a merged school are not
 * opened to the one that carries on its work: its people answer for the school, and may never have taught them.
 */
export function opensCase(role: Role | string, level: Level): boolean {
  return isInside(role, level) && level !== 'heir'
}

/** Acts that wait for a reply afterwards: of a school that is gone nobody would give it. */
const ASKS: ReadonlySet<Act> = new Set(['ask', 'return', 'extend'])

/** Why the act cannot be done, as a problem's code; null when it can. Who may do it is asked of isDoer. */
export function whyNot(signal: SignalFacts, doing: Doing): string | null {
  const { act } = doing
  if (!FROM[act].has(signal.state)) return `signal-${signal.state}`
  if (!signal.published) return 'signal-not-published'
  if (ASKS.has(act) && signal.school === 'gone') return 'signal-school-gone'
  if (act === 'forward' && signal.forwarded) return 'signal-forwarded'
  if (act === 'reopen' && signal.dataUndone) return 'signal-data-undone'
  const refused = act === 'close' ? whyNotClose(signal, doing) : whyNotDue(signal, doing)
  return refused ?? (isReason(doing.text) ? null : 'signal-reason-missing')
}

/** No step without a reason: a word at least; a dash or a full stop tells nobody why. */
export function isReason(text: string | undefined): boolean {
  return /\p{L}{2}/u.test(text ?? '')
}

/** A reply is given at least a day, neither in the past nor today, and a year at most: more is a slip of the pen. */
function whyNotDue({ dueOn: before }: SignalFacts, { act, today, dueOn }: Doing): string | null {
  if (dueOn === undefined) return null
  if (dueOn <= today) return 'signal-due-too-early'
  if (dueOn > yearAfter(today)) return 'signal-due-too-late'
  if (act === 'extend' && before !== null && dueOn <= before) return 'signal-due-not-later'
  return null
}

function yearAfter(day: LocalDate): LocalDate {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
}

/**
 * With a reply a signal ends in any way. Without one it is not confirmed: the school has not been heard. It is cleared at any
 * time; called insufficient only once the term has passed, or when there is nobody left to ask.
 */
function whyNotClose({ state, dueOn, school, dataUndone }: SignalFacts, { outcome, today }: Doing) {
  if (outcome === 'confirmed' && dataUndone) return 'signal-data-undone'
  if (state === 'replied' || outcome === 'cleared' || outcome === undefined) return null
  if (outcome === 'confirmed') return 'signal-not-heard'
  if (school === 'gone') return null
  if (state === 'open') return 'signal-not-asked'
  return isOverdue({ state, dueOn }, today) ? null : 'signal-term-running'
}

/** Where an allowed act leads. */
export function stateAfter(signal: Pick<SignalFacts, 'state' | 'replied'>, act: Act): SignalState {
  switch (act) {
    case 'ask':
    case 'return':
      return 'asked'
    case 'reply':
      return 'replied'
    case 'close':
      return 'closed'
    case 'reopen':
      // With a reply it waits to be judged again; without one it is asked anew.
      return signal.replied ? 'replied' : 'open'
    default:
      return signal.state
  }
}

/** Acts that the reader may do now: some value of theirs would be taken. */
export function actsOf(signal: SignalFacts, role: Role | string, level: Level): Act[] {
  return (Object.keys(FROM) as Act[]).filter(act => isDoer(act, role, level) && isOpenTo(signal, act))
}

/** How the reader may end the signal today; empty where they may not. */
export function outcomesOf(
  signal: SignalFacts,
  role: Role | string,
  level: Level,
  today: LocalDate,
): Outcome[] {
  if (!isDoer('close', role, level)) return []
  const all: readonly Outcome[] = ['cleared', 'confirmed', 'insufficient']
  return all.filter(outcome => whyNot(signal, { act: 'close', outcome, today, text: SOMETHING }) === null)
}

/** A reason that will be given: what may be done is asked before it is written. */
const SOMETHING = 'что-нибудь'

/** Clearing is the outcome that is always possible, and a day far ahead the term. */
function isOpenTo(signal: SignalFacts, act: Act): boolean {
  const outcome: Outcome = 'cleared'
  return whyNot(signal, { act, outcome, today: '0001-01-01', text: SOMETHING }) === null
}

/** What becomes of a signal when files under it are undone: unasked it is withdrawn, else it says so and goes on. */
export function afterUndoing(state: SignalState): SignalState {
  return state === 'open' ? 'withdrawn' : state
}

/** What becomes of a signal of an earlier run when another run of the campaign is published. */
export function afterPublishingAnother(state: SignalState): SignalState {
  return state === 'open' ? 'superseded' : state
}

/**
 * From where a person acts on a signal, by the paths of their unit and of the school. The path of an heir is neither above
 * nor below.
 */
export function levelOf(actorPath: string, schoolPath: string): Level {
  if (actorPath === schoolPath) return 'school'
  if (!schoolPath.startsWith(actorPath)) return 'heir'
  return /^\d+\.$/.test(actorPath) ? 'region' : 'municipality'
}

function doers(...list: readonly `${Role} ${Level}`[]): ReadonlySet<string> {
  return new Set(list)
}

function states(...list: readonly SignalState[]): ReadonlySet<SignalState> {
  return new Set(list)
}
