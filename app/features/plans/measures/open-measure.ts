import { hasMessage, say } from '../../../messages/format.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import type { NamePeople } from '../../territory/index.ts'
import { nameUnits } from '../../territory/index.ts'
import { actsOf, mayEdit, type TaskFacts, type Who } from '../rules.ts'
import { wordsOfRow } from '../store/insert-measures.ts'
import type { OfferedMeasure } from '../tables.ts'
import { factsOfWhole } from './act-on-measure.ts'
import { findPeopleAnswering } from './find-people-answering.ts'
import { describeMeasure, type MeasureRow } from './list-measures.ts'
import { fromOf } from './lock-measure.ts'
import { compareOffered } from './offered-changes.ts'
import { type Days, lateBy, presentDoubts, presentMeasure, wordState } from './present-measure.ts'
import { presentChanges, presentSteps } from './present-steps.ts'
import { type KeptEvidence, type MeasureParts, type MeasureTask, readMeasure } from './read-measure.ts'

export interface MeasureDoors {
  readonly namePeople: NamePeople
  /** Title of a signal, as far as the reader sees it, and how its reply stands. */
  readonly titleOfSignal: (
    tx: Tx,
    actor: Actor,
    id: number,
    days: Days,
  ) => Promise<{ readonly name: string; readonly reply: string } | null>
}

/** The page of a measure. Throws ProblemError `not-found`. */
export async function openMeasure(tx: Tx, actor: Actor, id: number, days: Days, doors: MeasureDoors) {
  const { locale, scope } = actor
  const summary = await describeMeasure(tx, id)
  if (summary === null) throw new ProblemError({ code: 'not-found' })
  const parts = await readMeasure(tx, id)
  const { row } = parts
  const from = fromOf(scope, row.unit_path)
  const who: Who = { account: scope.accountId, role: scope.role, from }
  const names = await doors.namePeople(tx, [...new Set(parts.steps.map(step => step.account_id))])
  const signal = row.signal_id === null ? null : await doors.titleOfSignal(tx, actor, row.signal_id, days)
  const offered = row.offered !== null && 'removed' in row.offered ? null : row.offered
  return {
    ...presentMeasure(locale, summary, days),
    fields: fieldsOf(parts, summary),
    mandatory: row.mandatory,
    byPlan: row.by_plan,
    template: presentTemplate(locale, row.template),
    people: await peopleOf(tx, actor, summary, parts, days, doors),
    above: await aboveOf(tx, parts),
    below: [...parts.below],
    carriedFrom: row.carried_from,
    signalTitle: signal?.name ?? null,
    signalReply: signal?.reply ?? null,
    offeredChanges:
      offered === null ? [] : presentChanges(locale, compareOffered(row, offered as OfferedMeasure)),
    offeredRemoval: row.offered !== null && offered === null,
    doubts: presentDoubts(locale, row.doubtful),
    tasks: parts.tasks.map(task => ({
      id: task.id,
      title: task.title,
      dueOn: task.dueOn,
      plannedOn: task.plannedOn,
      state: task.state,
      stateText: wordState(locale, standingOf(task, summary), days),
      overdueDays: lateBy(standingOf(task, summary), days.today),
      escalated: task.escalated,
      evidence: parts.evidence
        .filter(({ taskId }) => taskId === task.id)
        .map(piece => presentEvidence(actor, piece)),
      acts: actsOf(factsOf(task, summary, parts), who).filter(act => act !== 'comment' && act !== 'add-case'),
      version: task.version,
    })),
    steps: presentSteps(locale, parts.steps, names),
    acts: actsOfWhole(summary, parts, who),
  }
}

/** What may be done with the measure as a whole, for who may say so by the matrix too. */
function actsOfWhole(summary: MeasureRow, parts: MeasureParts, who: Who) {
  const editable = mayEdit(summary, summary.planState, who.from)
  const whole = factsOfWhole({
    state: summary.state,
    planState: summary.planState,
    unit: { level: summary.unitLevel },
    byEvent: parts.row.term_kind === 'by-event',
    fromAbove: summary.fromAbove,
    mandatory: summary.mandatory,
    withdrawn: summary.withdrawn,
  })
  const decides = who.from === 'own' && summary.offered && summary.planState !== 'closed'
  return [
    // Of a locked measure, its own unit still says who does it, and where.
    ...(who.from === 'own' && summary.planState !== 'closed' ? (['edit'] as const) : []),
    // Of a withdrawn one, taking it out is one of the two answers asked for.
    ...(editable && !summary.withdrawn ? (['remove'] as const) : []),
    ...(decides ? (['take-over'] as const) : []),
    ...(decides && summary.withdrawn ? (['keep'] as const) : []),
    ...actsOf(whole, who).filter(act => act === 'comment' || act === 'add-case'),
  ]
}

function factsOf(task: MeasureTask, summary: MeasureRow, { row }: MeasureParts): TaskFacts {
  return {
    state: task.state,
    stateBefore: task.stateBefore,
    dueOn: task.dueOn,
    planState: summary.planState,
    planLevel: summary.unitLevel,
    byEvent: row.term_kind === 'by-event',
    submittedBy: task.submittedBy,
    fromAbove: summary.fromAbove,
    mandatory: summary.mandatory,
    withdrawn: summary.withdrawn,
  }
}

function standingOf(task: MeasureTask, { planState, carriedBelow }: MeasureRow) {
  const owed = task.state !== 'submitted' && task.state !== 'accepted' && task.state !== 'cancelled'
  return {
    state: task.state,
    dueOn: task.dueOn,
    owedOn: owed ? task.dueOn : null,
    submittedAt: task.submittedAt,
    // What those below do is not late here, whatever the measure's own day.
    atWork: planState === 'approved' && carriedBelow === null,
    carriedBelow: null,
  }
}

function fieldsOf({ row }: MeasureParts, { term }: MeasureRow) {
  return {
    ...wordsOfRow(row),
    term: row.term_words ?? term?.original ?? null,
    responsible: [...row.responsible],
  }
}

function presentTemplate(locale: Actor['locale'], id: string | null) {
  if (id === null || !hasMessage(locale, `measure-library.${id}.title`)) return null
  const evidence = `measure-library.${id}.evidence`
  return {
    id,
    title: say(locale, `measure-library.${id}.title`),
    evidence: hasMessage(locale, evidence) ? say(locale, evidence) : null,
  }
}

async function peopleOf(
  tx: Tx,
  { locale }: Actor,
  summary: MeasureRow,
  { row }: MeasureParts,
  { today }: Days,
  { namePeople }: MeasureDoors,
) {
  // Who does it answers for it: here nobody does.
  if (summary.carriedBelow !== null) return []
  const answering = await findPeopleAnswering(
    tx,
    [{ id: row.id, unitId: row.unit_id, level: summary.unitLevel, roles: row.roles, accounts: row.accounts }],
    today,
  )
  const holders = answering.get(row.id) ?? []
  const names = await namePeople(
    tx,
    holders.map(({ personId }) => personId),
  )
  return holders.flatMap(({ personId, role }) => {
    const name = names.get(personId)
    return name === undefined ? [] : [{ id: personId, name, roleName: say(locale, `role.${role}`) }]
  })
}

/** The measure above: a unit below reads its name only where it is in reach, else that it is there. */
async function aboveOf(tx: Tx, { row }: MeasureParts) {
  if (row.above_id === null) return null
  const above = await tx
    .selectFrom('plan_measure')
    .select(['id', 'unit_id'])
    .where('id', '=', row.above_id)
    .executeTakeFirst()
  const parent = await tx
    .selectFrom('unit')
    .select('parent_id')
    .where('id', '=', row.unit_id)
    .executeTakeFirst()
  const unitId = above?.unit_id ?? parent?.parent_id ?? row.unit_id
  const name = (await nameUnits(tx, [unitId])).get(unitId) ?? ''
  return { measure: row.above_id, unit: { id: unitId, name }, readable: above !== undefined }
}

function presentEvidence(
  { locale }: Actor,
  { id, kind, title, number, date, url, plan, files }: KeptEvidence,
) {
  return {
    id,
    kind,
    kindText: say(locale, `measure.evidence.${kind}`),
    title,
    number,
    date,
    url,
    plan:
      plan === null ? null : { id: plan.id, title: plan.title, unit: { id: plan.unitId, name: plan.unit } },
    files: files.map(file => ({ id: file.id, name: file.name, size: file.size })),
  }
}
