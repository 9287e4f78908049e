import type { Tx } from '../../platform/database/index.ts'
import { localDate } from '../../platform/local-date.ts'
import type { MeasuresOfUnit } from '../plans/index.ts'
import type { ReplyState } from '../signals/index.ts'
import type { PortraitsService } from './service.ts'

/**
 * What goes on after a run is frozen, as it stood on one day: without words, so that a portrait that was sent says the same in
 * every language. Plain JSON, kept with the portrait.
 */
export interface Standing {
  /** Local date. */
  readonly day: string
  readonly replies: readonly (readonly [signal: number, state: ReplyState])[]
  /** Markers of schools by year; a year whose list does not name the school stands there without any. */
  readonly federal: readonly (readonly [
    school: number,
    years: readonly (readonly [year: number, markers: readonly string[]])[],
  ])[]
  /** Of the unit itself and of its schools. */
  readonly measures: readonly MeasuresOfUnit[]
}

/** A unit with the schools that its portrait speaks of: of a school itself alone. */
export interface StandingUnit {
  readonly id: number
  readonly schools: readonly number[]
}

/** How all that goes on stands now, unit by unit, as far as the reader has it in reach. */
export async function readStandings(
  tx: Tx,
  { signsOfUnits, federalYearsOf, measuresOfUnits, clock, timeZone }: PortraitsService,
  runId: number,
  units: readonly StandingUnit[],
): Promise<ReadonlyMap<number, Standing>> {
  const schools = [...new Set(units.flatMap(one => one.schools))]
  const day = localDate(clock(), timeZone)
  const sight = { small: false, others: false }
  const signs = Map.groupBy(
    await signsOfUnits(tx, { runId, unitIds: schools, locale: 'ru', sight, clock, timeZone }),
    ({ unitId }) => unitId,
  )
  const federal = await federalYearsOf(tx, schools)
  const all = [...new Set([...units.map(({ id }) => id), ...schools])]
  const measures = new Map(
    (await measuresOfUnits(tx, { unitIds: all, today: day })).map(one => [one.unitId, one]),
  )
  return new Map(
    units.map(unit => [
      unit.id,
      {
        day,
        replies: unit.schools.flatMap(id =>
          (signs.get(id) ?? []).map(({ signalId, state }) => [signalId, state] as const),
        ),
        federal: unit.schools.map(id => [id, [...(federal.get(id) ?? [])]] as const),
        measures: [...new Set([unit.id, ...unit.schools])].flatMap(id => measures.get(id) ?? []),
      },
    ]),
  )
}

/** Whether anything stands otherwise. A term that has run out is another state; how many days ago it did is not. */
export function standsOtherwise(then: Standing, now: Standing): boolean {
  return print(then) !== print(now)
}

function print({ replies, federal, measures }: Standing): string {
  return JSON.stringify([
    replies.map(([signal, { id, params }]) => [signal, id, params.day ?? null]).sort(byFirst),
    federal.map(([school, years]) => [school, years.map(year => [...year]).sort(byFirst)]).sort(byFirst),
    measures
      .map(({ unitId, states, addressed }) => [
        unitId,
        states.map(({ state, count, late, addressed: of }) => [state, count, late, of]).sort(byFirst),
        addressed.map(({ text, dueOn, state, late }) => [text, dueOn, state, late]),
      ])
      .sort(byFirst),
  ])
}

function byFirst([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return (a as number | string) < (b as number | string) ? -1 : 1
}
