import type { Locale } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import { localDate } from '../../platform/local-date.ts'
import type { SignOfUnit } from '../signals/index.ts'
import type { PortraitContext } from './context.ts'
import type { LoadedRun } from './load-run.ts'
import type { PortraitsService } from './service.ts'
import type { Standing } from './standing.ts'
import type { Audience, PortraitRun, PortraitSchool, PortraitSign, UnitMeasures } from './types.ts'

/** What goes on after a run is frozen: how replies and measures stand, what the federal list says. */
export interface Replies {
  /** By login. */
  readonly schools: ReadonlyMap<string, Pick<PortraitSchool, 'signs' | 'federal' | 'measures'>>
  readonly territories: PortraitRun['territories']
}

/** Whom a portrait speaks of, as the run calls them and as the tree numbers them. */
export interface AskedUnits {
  readonly schools: readonly (readonly [login: string, unitId: number])[]
  /** Municipalities by name, the region by ''. */
  readonly territories: readonly (readonly [name: string, unitId: number])[]
}

/**
 * Of these units, as far as the reader has them in reach: in the transaction of whoever asks for the portrait. As it all stood
 * when a portrait was sent, where that is given.
 */
export async function readReplies(
  tx: Tx,
  service: PortraitsService,
  asked: {
    readonly runId: number
    readonly locale: Locale
    readonly audience: Audience
    readonly stood: Standing | null
  },
  units: AskedUnits,
): Promise<Replies> {
  const { signsOfUnits, clock, timeZone } = service
  const unitIds = [...new Set(units.schools.map(([, id]) => id))]
  const sight = { small: asked.audience === 'school', others: false }
  const { runId, locale, stood } = asked
  const signs = Map.groupBy(
    await signsOfUnits(tx, {
      ...{ runId, unitIds, locale, sight, clock, timeZone },
      stood: stood ? new Map(stood.replies) : undefined,
    }),
    ({ unitId }) => unitId,
  )
  const { federal, measures } = stood ? whatStood(stood) : await whatStands(tx, service, unitIds, units)
  const measuresOf = (id: number) => measures.get(id) ?? { states: [], addressed: [] }
  return {
    schools: new Map(
      units.schools.map(([login, id]) => [
        login,
        {
          signs: (signs.get(id) ?? []).map(toSign),
          // Years in which a list does not name the school are told too: «running» counts back from the latest list there is.
          federal: [...(federal.get(id) ?? [])].map(([year, markers]) => ({ year, markers })),
          measures: measuresOf(id),
        },
      ]),
    ),
    territories: new Map(units.territories.map(([name, id]) => [name, measuresOf(id)])),
  }
}

interface GoingOn {
  readonly federal: ReadonlyMap<number, Iterable<readonly [year: number, markers: readonly string[]]>>
  readonly measures: ReadonlyMap<number, UnitMeasures>
}

function whatStood({ federal, measures }: Standing): GoingOn {
  return { federal: new Map(federal), measures: new Map(measures.map(one => [one.unitId, one])) }
}

async function whatStands(
  tx: Tx,
  { federalYearsOf, measuresOfUnits, clock, timeZone }: PortraitsService,
  schools: readonly number[],
  { territories }: AskedUnits,
): Promise<GoingOn> {
  const all = [...new Set([...schools, ...territories.map(([, id]) => id)])]
  const measures = await measuresOfUnits(tx, { unitIds: all, today: localDate(clock(), timeZone) })
  return {
    federal: await federalYearsOf(tx, schools),
    measures: new Map(measures.map(one => [one.unitId, one])),
  }
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

/** Of whom the portrait of a unit speaks. */
export function unitsOfPortrait(
  { run, loginOf, municipalityOf, unitOf, region }: LoadedRun,
  unitId: number,
): AskedUnits {
  const login = loginOf.get(unitId)
  if (login !== undefined) return { schools: [[login, unitId]], territories: [] }
  const municipality = municipalityOf.get(unitId)
  if (municipality === undefined && unitId !== region) return { schools: [], territories: [] }
  return {
    territories: [[municipality ?? '', unitId]],
    schools: run.schools.flatMap(({ school, municipality: of }) => {
      const id = unitOf.get(school.login)
      return id === undefined || (unitId !== region && of !== municipality)
        ? []
        : [[school.login, id] as const]
    }),
  }
}

/** Of everybody: for all portraits of a run at once. */
export function unitsOfAll({ unitOf, municipalityOf, region }: LoadedRun): AskedUnits {
  return {
    schools: [...unitOf],
    territories: [['', region], ...[...municipalityOf].map(([id, name]) => [name, id] as const)],
  }
}

/** The frozen run with how all that goes on stands. */
export function layReplies(run: PortraitRun, { schools, territories }: Replies): PortraitRun {
  return {
    ...run,
    schools: run.schools.map(one => ({ ...one, ...schools.get(one.school.login) })),
    territories,
  }
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
