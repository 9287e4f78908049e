import type { Locale } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { SignOfUnit } from '../signals/index.ts'
import type { PortraitContext } from './context.ts'
import type { LoadedRun } from './load-run.ts'
import type { PortraitsService } from './service.ts'
import type { Audience, PortraitRun, PortraitSchool, PortraitSign } from './types.ts'

/** What goes on after a run is frozen: how replies stand, what the federal list says; by login. */
export type Replies = ReadonlyMap<string, Pick<PortraitSchool, 'signs' | 'federal'>>

/** Of these schools, as far as the reader has them in reach: in the transaction of whoever asks for the portrait. */
export async function readReplies(
  tx: Tx,
  { signsOfUnits, federalYearsOf, clock, timeZone }: PortraitsService,
  asked: { readonly runId: number; readonly locale: Locale; readonly audience: Audience },
  units: readonly (readonly [login: string, unitId: number])[],
): Promise<Replies> {
  const unitIds = [...new Set(units.map(([, id]) => id))]
  const sight = { small: asked.audience === 'school', others: false }
  const { runId, locale } = asked
  const signs = Map.groupBy(
    await signsOfUnits(tx, { runId, unitIds, locale, sight, clock, timeZone }),
    ({ unitId }) => unitId,
  )
  const federal = await federalYearsOf(tx, unitIds)
  return new Map(
    units.map(([login, id]) => [
      login,
      {
        signs: (signs.get(id) ?? []).map(toSign),
        // Years in which a list does not name the school are told too: «running» counts back from the latest list there is.
        federal: [...(federal.get(id) ?? [])].map(([year, markers]) => ({ year, markers })),
      },
    ]),
  )
}

/** Of an own sign, which speaks of the whole school, the strongest finding with its place. */
function toSign({ source, position, findings, n, reply, signalId }: SignOfUnit): PortraitSign {
  const [first] = findings
  const strongest = first ? `${first.where}: ${first.sentence}` : ''
  return {
    position: source === 'own' ? null : position,
    source,
    text: source === 'own' ? strongest : findings.map(({ sentence }) => sentence).join(' '),
    ...{ n, reply, signal: signalId },
  }
}

/** Schools whose replies a portrait of the unit shows. */
export function schoolsOfUnit(
  { run, loginOf, municipalityOf, unitOf, region }: LoadedRun,
  unitId: number,
): readonly (readonly [string, number])[] {
  const login = loginOf.get(unitId)
  if (login !== undefined) return [[login, unitId]]
  const municipality = municipalityOf.get(unitId)
  if (municipality === undefined && unitId !== region) return []
  return run.schools.flatMap(({ school, municipality: of }) => {
    const id = unitOf.get(school.login)
    return id === undefined || (unitId !== region && of !== municipality) ? [] : [[school.login, id] as const]
  })
}

/** The frozen run with how replies stand now. */
export function layReplies(run: PortraitRun, replies: Replies): PortraitRun {
  return { ...run, schools: run.schools.map(one => ({ ...one, ...replies.get(one.school.login) })) }
}

/** The same for a run that is prepared already: what was computed of its sets stays. */
export function layOverContext(context: PortraitContext, replies: Replies): PortraitContext {
  const run = layReplies(context.run, replies)
  const byLogin = new Map(run.schools.map(school => [school.school.login, school]))
  const municipalities = new Map(
    [...context.municipalities].map(([name, schools]) => [
      name,
      schools.map(({ school }) => byLogin.get(school.login)!),
    ]),
  )
  return { ...context, run, byLogin, municipalities }
}
