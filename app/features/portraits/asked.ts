import { type Locale, say } from '../../messages/format.ts'
import type { SchoolSetRow } from '../screening/index.ts'
import type { Group, PortraitContext, SetContext } from './context.ts'
import { type Readers, regionBeside, type Sight, sightOf } from './sight.ts'
import type { PortraitRequest, PortraitSchool } from './types.ts'

interface Common {
  readonly context: PortraitContext
  readonly request: PortraitRequest
  readonly locale: Locale
  readonly sight: Sight
  say(id: string, params?: Readonly<Record<string, string | number>>): string
}

/** What the sections of a school's portrait are made of. */
export interface OfSchool extends Common {
  readonly level: 'school'
  readonly school: PortraitSchool
  /** Sets in which the school has works, in the order of the run. */
  readonly sets: readonly {
    readonly set: SetContext
    readonly row: SchoolSetRow
    /** Whether its own numbers may be shown to the reader. */
    readonly shown: boolean
    /** Whether anything of the whole region may stand beside it. */
    readonly beside: boolean
    /** Who reads it, each knowing their own schools. */
    readonly readers: Readers
  }[]
}

/** What the sections of a municipality's or the region's portrait are made of. */
export interface OfTerritory extends Common {
  readonly level: 'municipality' | 'region'
  readonly name: string
  readonly schools: readonly PortraitSchool[]
  readonly sets: readonly {
    readonly set: SetContext
    readonly group: Group
    readonly shown: boolean
    readonly beside: boolean
    /** Who reads it, each knowing their own schools. */
    readonly readers: Readers
  }[]
}

export type Asked = OfSchool | OfTerritory

/** Finds whom a portrait is asked of; null where the run does not know the unit. */
export function findAsked(context: PortraitContext, request: PortraitRequest, locale: Locale): Asked | null {
  const common = {
    ...{ context, request, locale },
    sight: sightOf(context, request),
    say: (id: string, params = {}) => say(locale, id, params),
  }
  if (request.level === 'school') {
    const school = context.byLogin.get(request.unit)
    return school ? { ...common, level: 'school', school, sets: setsOfSchool(common, school) } : null
  }
  if (request.level === 'region') {
    const sets = context.sets.map(set => ({
      set,
      group: set.region,
      shown: set.region.works >= common.sight.least,
      beside: true,
      readers: [],
    }))
    return {
      ...common,
      level: 'region',
      name: context.run.region,
      schools: context.run.schools,
      sets: sets.filter(({ group }) => group.works > 0),
    }
  }
  const schools = context.municipalities.get(request.unit)
  if (!schools) return null
  const sets = context.sets.flatMap(set => {
    const group = set.municipalities.get(request.unit)
    if (!group) return []
    const shown = common.sight.ofSet(set).municipalities.has(request.unit)
    const readers = [[], group.members]
    return [{ set, group, shown, readers, beside: regionBeside(common.sight, set, readers) }]
  })
  return { ...common, level: 'municipality', name: request.unit, schools, sets }
}

function setsOfSchool(
  { context, sight }: Common,
  { school, municipality, rows }: PortraitSchool,
): OfSchool['sets'] {
  return rows
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => a.position - b.position)
    .map(row => {
      const set = context.sets[row.position]
      const readers = readersOf(set, school.login, municipality, sight.own)
      return {
        ...{ set, row, readers },
        shown: sight.own || sight.ofSet(set).schools.has(school.login),
        beside: regionBeside(sight, set, readers),
      }
    })
}

/** The school reads its own portrait; outside, whoever knows no school, and the municipality, which knows all of its own. */
function readersOf(set: SetContext, login: string, municipality: string | null, own: boolean): Readers {
  const school = [set.rows.get(login)!]
  const above = municipality === null ? school : set.municipalities.get(municipality)!.members
  return own ? [school, above] : [[], above]
}
