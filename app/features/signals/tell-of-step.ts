import './notice-kinds.ts'
import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import type { Holder } from '../accounts/index.ts'
import { type Notice, type NoticeKind, type NoticeParams, notify } from '../notices/index.ts'
import { findPeople, type People } from './find-people.ts'
import { nameSignal } from './name-signal.ts'
import { findAskers } from './store/find-askers.ts'
import type { LockedSignal } from './store/lock-signals.ts'
import type { Step } from './store/take-step.ts'
import { isOverdue } from './terms.rules.ts'

/** Tells those whom a step concerns, in the transaction of the step; never the one who took it. */
export async function tellOfStep(
  tx: Tx,
  actor: Actor,
  signals: readonly LockedSignal[],
  step: Step,
): Promise<void> {
  if (step.act === 'comment') return
  const people = await findPeople(
    tx,
    signals.map(({ school }) => school.id),
    step.today,
  )
  const notices =
    step.act === 'reply'
      ? await ofReply(tx, signals, step)
      : step.act === 'ask'
        ? ofAsking(actor, signals, step, people)
        : signals.flatMap(signal => ofOneStep(signal, step, people))
  await notify(
    tx,
    notices.filter(({ to }) => to !== actor.personId),
  )
}

/** One notice a person, however many of their signals were asked about. */
function ofAsking(actor: Actor, signals: readonly LockedSignal[], { dueOn }: Step, people: People): Notice[] {
  const grouped = (kind: 'signal-asked' | 'signal-asked-below', of: (school: number) => Holder[]) => {
    const told = signals.flatMap(signal => of(signal.school.id).map(holder => ({ holder, signal })))
    return [...Map.groupBy(told, ({ holder }) => holder.personId).values()].map(
      ([{ holder, signal }, ...more]): Notice => ({
        to: holder.personId,
        unitId: holder.unitId,
        kind,
        params: {
          what: nameSignal(holder.locale, signal),
          count: more.length + 1,
          due: sayDate(holder.locale, dueOn!),
        },
        link: more.length === 0 ? linkTo(signal) : '/signals?state=asked',
      }),
    )
  }
  return [
    ...grouped('signal-asked', school => people.ofSchool(school)),
    ...(actor.scope.role === 'municipality'
      ? []
      : grouped('signal-asked-below', school => people.ofMunicipality(school))),
  ]
}

/** Whoever asked, and whoever passed it on, learns of the reply. */
async function ofReply(tx: Tx, signals: readonly LockedSignal[], { today }: Step): Promise<Notice[]> {
  const askers = await findAskers(
    tx,
    signals.map(({ id }) => id),
  )
  return signals.flatMap(signal =>
    (askers.get(signal.id) ?? []).map(({ personId, locale, unitId }) =>
      notice({ personId, unitId }, signal, 'signal-replied', {
        what: nameSignal(locale, signal),
        late: isOverdue(signal.facts, today) ? 'yes' : 'no',
      }),
    ),
  )
}

function ofOneStep(signal: LockedSignal, step: Step, people: People): Notice[] {
  const school = people.ofSchool(signal.school.id)
  const { act, text = '', dueOn = signal.facts.dueOn, outcome } = step
  const due = (locale: Locale) => sayDate(locale, dueOn!)
  const what = (locale: Locale) => nameSignal(locale, signal)
  switch (act) {
    case 'extend':
      return school.map(one =>
        notice(one, signal, 'signal-extended', { what: what(one.locale), due: due(one.locale) }),
      )
    case 'forward':
      return school.map(one =>
        notice(one, signal, 'signal-forwarded', { what: what(one.locale), due: due(one.locale) }),
      )
    case 'return':
      return school.map(one => notice(one, signal, 'returned', { what: what(one.locale), reason: text }))
    case 'close':
      return [...school, ...people.ofMunicipality(signal.school.id)].map(one =>
        notice(one, signal, 'signal-closed', {
          what: what(one.locale),
          outcome: say(one.locale, `signal.outcome.${outcome}`),
        }),
      )
    case 'reopen':
      return school.map(one => notice(one, signal, 'signal-reopened', { what: what(one.locale) }))
    default:
      return []
  }
}

type Told = Pick<Holder, 'personId' | 'unitId'>

function notice<K extends NoticeKind>(
  { personId, unitId }: Told,
  signal: Pick<LockedSignal, 'id'>,
  kind: K,
  params: NoticeParams[K],
): Notice {
  return { to: personId, unitId, kind, params, link: linkTo(signal) } as Notice
}

export function linkTo({ id }: { readonly id: number }): string {
  return `/signals/${id}`
}
