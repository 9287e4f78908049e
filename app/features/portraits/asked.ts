import { type Locale, say } from '../../messages/format.ts'
import type { SchoolSetRow } from '../screening/index.ts'
import type { Group, PortraitContext, SetContext } from './context.ts'
import { type Sight, sightOf } from './sight.ts'
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
  }[]
}

/** What the sections of a municipality's or the region's portrait are made of. */
export interface OfTerritory extends Common {
  readonly level: 'municipality' | 'region'
  readonly name: string
  readonly schools: readonly PortraitSchool[]
  readonly sets: readonly { readonly set: SetContext; readonly group: Group; readonly shown: boolean }[]
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
    return group ? [{ set, group, shown: common.sight.ofSet(set).municipalities.has(request.unit) }] : []
  })
  return { ...common, level: 'municipality', name: request.unit, schools, sets }
}

function setsOfSchool({ context, sight }: Common, { school, rows }: PortraitSchool): OfSchool['sets'] {
  return rows
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => a.position - b.position)
    .map(row => {
      const set = context.sets[row.position]
      return { set, row, shown: sight.own || sight.ofSet(set).schools.has(school.login) }
    })
}
