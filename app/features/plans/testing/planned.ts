import type { Tx } from '../../../platform/database/index.ts'
import type { Actor } from '../../../platform/http/index.ts'
import { ProblemError } from '../../../platform/problem.ts'
import { approvePlan } from '../store/approve-plan.ts'
import type { NewMeasure } from '../store/insert-measures.ts'
import { type NewPlan, savePlan } from '../store/save-plan.ts'

/** A measure with only what a test says of it. */
export function measure(text: string, term: string | null, more: Partial<NewMeasure> = {}): NewMeasure {
  return {
    number: null,
    section: null,
    year: null,
    level: null,
    text,
    term,
    plannedStart: null,
    plannedFinish: null,
    place: null,
    participants: null,
    responsible: [],
    performer: null,
    expectedResult: null,
    note: null,
    completion: null,
    ...more,
  }
}

/** The plan of the school year 2020/21 of a unit. */
export function planOf(unit: number, measures: readonly NewMeasure[], title = 'План на год'): NewPlan {
  return {
    unit,
    title,
    period: { start: '2020-09-01', end: '2021-08-31', school: true, original: null },
    approval: { post: null, person: null, date: null, number: null },
    abbreviations: [],
    source: null,
    measures,
  }
}

/** A plan in force; its id. */
export async function approvedPlan(
  tx: Tx,
  { scope }: Actor,
  plan: NewPlan,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<number> {
  const { id, version } = await savePlan(tx, scope, plan, { today })
  await approvePlan(tx, scope, id, { version, approval: plan.approval }, { now, today })
  return id
}

/** Codes with which something was refused; ['done'] when it was not. */
export async function codesOf(work: Promise<unknown>): Promise<string[]> {
  try {
    await work
    return ['done']
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ code }) => code)
    throw error
  }
}
