import type { Database, Tx } from '../../platform/database/index.ts'
import { readWholeRun, type SchoolOfRun, treeOfRun } from '../screening/index.ts'
import { type PortraitContext, preparePortraits } from './context.ts'
import type { PortraitRun, PortraitSchool } from './types.ts'

/** A run as portraits are computed from it, and which of its rows is which unit of the tree. */
export interface LoadedRun {
  readonly run: PortraitRun
  readonly context: PortraitContext
  readonly region: number
  /** Login of a school in the run, by unit. */
  readonly loginOf: ReadonlyMap<number, string>
  /** Name of a municipality in the run, by unit. */
  readonly municipalityOf: ReadonlyMap<number, string>
  /** Units of the schools that the registry knows, by login. */
  readonly unitOf: ReadonlyMap<string, number>
}

/** Each holds a region's schools with all their tasks: some ten megabytes. */
const KEPT = 2

/** Runs that were loaded, the last few of them. */
export interface LoadedRuns {
  /**
   * A run as it stands in today's tree. It is read past row-level security, because the portrait of a school holds it against
   * its municipality, its region and the schools like it, none of which the school may read: whoever calls must have
   * proved under the reader's own scope that the unit is theirs to read (openPortrait), and hand on nothing but the
   * portrait. Opens transactions of its own. Throws `not-found`, `run-not-done`.
   */
  load(runId: number): Promise<LoadedRun>
}

export function openLoadedRuns(database: Database): LoadedRuns {
  const known = new Map<number, { readonly tree: string; readonly loaded: Promise<LoadedRun> }>()
  const system = <T>(work: (tx: Tx) => Promise<T>) => database.asSystem('system:portraits', work)
  return {
    async load(runId) {
      const tree = await system(tx => treeOfRun(tx, runId))
      const found = known.get(runId)
      const loaded = found?.tree === tree ? found.loaded : system(tx => loadRun(tx, runId))
      known.delete(runId)
      known.set(runId, { tree, loaded })
      if (known.size > KEPT) known.delete(known.keys().next().value!)
      loaded.catch(() => known.delete(runId))
      return loaded
    },
  }
}

/** Reads a run whole. What is not frozen with it (replies, the federal list) is laid over it when a portrait is made. */
async function loadRun(tx: Tx, runId: number): Promise<LoadedRun> {
  const { region, record, summary, sets, schools, index } = await readWholeRun(tx, runId)
  const names = namesOf([
    ...schools.flatMap(({ municipality }) => municipality ?? []),
    ...index.flatMap(({ unitId, name, level }) => (level === 'region' ? [] : [{ id: unitId, name }])),
  ])
  const run: PortraitRun = {
    ...{ record, summary, sets },
    region: region.name,
    schools: schools.map(({ school, municipality, rows }): PortraitSchool => {
      const name = municipality === null ? null : names.get(municipality.id)!
      return {
        school: { ...school, municipality: name },
        locality: school.locality,
        municipality: name,
        ...{ rows, signs: [], federal: [] },
      }
    }),
    index: index.map(({ unitId, name, value, ...rest }) => ({
      ...rest,
      unit: rest.level === 'region' ? name : names.get(unitId)!,
      index: value,
    })),
  }
  const registered = schools.filter(({ school }) => school.registered)
  return {
    ...{ run, context: preparePortraits(run), region: region.id },
    loginOf: loginsOf(registered),
    municipalityOf: names,
    unitOf: new Map(registered.map(({ unitId, school }) => [school.login, unitId])),
  }
}

/** Portraits know municipalities by name: two of one name are told apart by their number. */
function namesOf(
  units: readonly { readonly id: number; readonly name: string }[],
): ReadonlyMap<number, string> {
  const byId = new Map(units.map(({ id, name }) => [id, name]))
  const times = Map.groupBy(byId.values(), name => name)
  return new Map([...byId].map(([id, name]) => [id, times.get(name)!.length > 1 ? `${name} (${id})` : name]))
}

/** A school whose login had other digits may stand in a run twice: its portrait is of the one with more works. */
function loginsOf(schools: readonly SchoolOfRun[]): ReadonlyMap<number, string> {
  const works = ({ rows }: SchoolOfRun) => rows.reduce((sum, { n }) => sum + n, 0)
  const rising = schools.toSorted((a, b) => works(a) - works(b))
  return new Map(rising.map(({ unitId, school }) => [unitId, school.login]))
}
