import type { Database, Tx } from '../../platform/database/index.ts'
import { readWholeRun, type SchoolOfRun, treeOfRun } from '../screening/index.ts'
import { type PortraitContext, preparePortraits } from './context.ts'
import { distinguishNames } from './distinguish-names.ts'
import { type FrozenTree, readTree } from './frozen-tree.ts'
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
const KEPT = 3

/** Runs that were loaded, the last few of them. */
export interface LoadedRuns {
  /**
   * A run as it stands in today's tree. It is read past row-level security, because the portrait of a school holds it against
   * its municipality, its region and the schools like it, none of which the school may read: whoever calls must have
   * proved under the reader's own scope that the unit is theirs to read (openPortrait), and hand on nothing but the
   * portrait. Opens transactions of its own. Throws `not-found`, `run-not-done`.
   *
   * @param treeId a tree that was kept when a portrait was sent (frozen-tree.ts), in place of today's
   */
  load(runId: number, treeId?: number | null): Promise<LoadedRun>
}

export function openLoadedRuns(database: Database): LoadedRuns {
  const known = new Map<string, { readonly tree: string; readonly loaded: Promise<LoadedRun> }>()
  const system = <T>(work: (tx: Tx) => Promise<T>) => database.asSystem('system:portraits', work)
  return {
    async load(runId, treeId = null) {
      // A tree that was kept never changes.
      const tree = treeId === null ? await system(tx => treeOfRun(tx, runId)) : 'kept'
      const key = `${runId} ${treeId ?? ''}`
      const found = known.get(key)
      const loaded =
        found?.tree === tree
          ? found.loaded
          : system(async tx => loadRun(tx, runId, treeId === null ? null : await readTree(tx, treeId)))
      known.delete(key)
      known.set(key, { tree, loaded })
      if (known.size > KEPT) known.delete(known.keys().next().value!)
      loaded.catch(() => known.delete(key))
      return loaded
    },
  }
}

/** Reads a run whole. What is not frozen with it (replies, the federal list) is laid over it when a portrait is made. */
async function loadRun(tx: Tx, runId: number, tree: FrozenTree | null): Promise<LoadedRun> {
  const { region, record, summary, sets, schools, index } = await readWholeRun(tx, runId)
  const today = distinguishNames([
    ...schools.flatMap(({ municipality }) => municipality ?? []),
    ...index.flatMap(({ unitId: id, name, code, level }) => (level === 'region' ? [] : [{ id, name, code }])),
  ])
  const names = tree ? new Map(tree.municipalities) : today
  const places = tree && new Map(tree.schools)
  const placeOf = ({ unitId, municipality }: SchoolOfRun) => (places ? places.get(unitId) : municipality?.id)
  const run: PortraitRun = {
    ...{ record, summary, sets },
    region: tree?.region ?? region.name,
    schools: schools.map((one): PortraitSchool => {
      const { school, rows } = one
      const name = names.get(placeOf(one) ?? 0) ?? null
      return {
        school: { ...school, municipality: name },
        locality: school.locality,
        municipality: name,
        ...{ rows, signs: [], federal: [], measures: null },
      }
    }),
    index: index.map(({ unitId, name, code: _, value, ...rest }) => ({
      ...rest,
      unit: rest.level === 'region' ? (tree?.region ?? name) : (names.get(unitId) ?? today.get(unitId)!),
      index: value,
    })),
    territories: null,
  }
  const registered = schools.filter(({ school }) => school.registered)
  return {
    ...{ run, context: preparePortraits(run), region: region.id },
    loginOf: loginsOf(registered),
    municipalityOf: names,
    unitOf: new Map(registered.map(({ unitId, school }) => [school.login, unitId])),
  }
}

/** A school whose login had other digits may stand in a run twice: its portrait is of the one with more works. */
function loginsOf(schools: readonly SchoolOfRun[]): ReadonlyMap<number, string> {
  const works = ({ rows }: SchoolOfRun) => rows.reduce((sum, { n }) => sum + n, 0)
  const rising = schools.toSorted((a, b) => works(a) - works(b))
  return new Map(rising.map(({ unitId, school }) => [unitId, school.login]))
}
