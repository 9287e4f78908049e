import type { Place, Problem } from '../../../platform/problem.ts'
import { foldWords } from '../fold.ts'
import type { RegistryField } from '../registry-columns.ts'
import type { RegistryRow } from '../types.ts'
import type { ChangedUnit, FieldChange, NewMunicipality, ParentRef } from './import-plan.ts'
import type { KnownMunicipality, TerritorySnapshot } from './territory-snapshot.ts'

/** Finds the municipality of every row: by code, else by name; meets new ones and new names of known ones. */
export class SchoolPlacer {
  readonly problems: Problem[] = []
  readonly remarks: Problem[] = []
  readonly #territory: TerritorySnapshot
  readonly #byCode: ReadonlyMap<string, KnownMunicipality>
  readonly #byName: ReadonlyMap<string, readonly KnownMunicipality[]>
  readonly #fresh = new Map<string, NewMunicipality>()
  /** Name that the file gives to a code, with the row that gave it first. */
  readonly #named = new Map<string, { name: string; row: RegistryRow }>()

  constructor(territory: TerritorySnapshot) {
    this.#territory = territory
    const { municipalities } = territory
    this.#byCode = new Map(municipalities.flatMap(one => (one.code === null ? [] : [[one.code, one]])))
    this.#byName = Map.groupBy(municipalities, one => keyOf(one.name))
  }

  /** Where the row puts its school; null where the file does not say, or says it wrongly (then a problem is kept). */
  place(row: RegistryRow): ParentRef | null {
    const { municipalityCode: code, municipalityName: name, given } = row
    if (!given.has('municipality') && !given.has('municipalityCode')) return null
    if (code === null && name === null) {
      this.remarks.push({ code: 'registry-school-below-region', params: { name: row.name }, place: at(row) })
      return this.#territory.root
    }
    return code === null ? this.#byNameAlone(row, name ?? '') : this.#byItsCode(row, code, name)
  }

  newMunicipalities(): NewMunicipality[] {
    return [...this.#fresh.values()]
  }

  /** Known municipalities to which the file gives another name, or a code they did not have. */
  changedMunicipalities(): ChangedUnit[] {
    return [...this.#named].flatMap(([code, { name, row }]) => {
      const known = this.#byCode.get(code) ?? this.#codeless(name)
      if (!known) return []
      const changes: FieldChange[] = []
      if (known.name !== name) changes.push({ field: 'name', before: known.name, after: name })
      if (known.code !== code) changes.push({ field: 'code', before: known.code, after: code })
      if (changes.length === 0) return []
      const { id, version } = known
      const common = {
        id,
        version,
        kind: 'municipality',
        row: row.row,
        login: null,
        municipality: null,
      } as const
      return [{ ...common, name: known.name, code: known.code, changes }]
    })
  }

  #byItsCode(row: RegistryRow, code: string, name: string | null): ParentRef | null {
    if (name !== null) {
      const first = this.#named.get(code)
      if (!first) this.#named.set(code, { name, row })
      else if (first.name !== name) {
        const params = { code, name, other: first.name, first: first.row.row }
        return this.#refuse(row, 'registry-municipality-named-twice', 'municipality', params)
      }
    }
    const known = this.#byCode.get(code) ?? (name === null ? undefined : this.#codeless(name))
    if (known) return this.#open(row, known)
    const namesake = name === null ? undefined : this.#byName.get(keyOf(name))?.[0]
    if (namesake) {
      const params = { name: namesake.name, code, known: namesake.code ?? '' }
      return this.#refuse(row, 'registry-municipality-code-differs', 'municipalityCode', params)
    }
    return this.#make(row, code, code, name ?? code)
  }

  #byNameAlone(row: RegistryRow, name: string): ParentRef | null {
    const known = this.#byName.get(keyOf(name)) ?? []
    if (known.length === 1) return this.#open(row, known[0])
    if (known.length > 1)
      return this.#refuse(row, 'registry-municipality-ambiguous', 'municipality', { name })
    // A first registry without codes makes the municipalities; later a name nobody knows is more likely a slip.
    if (this.#territory.municipalities.length > 0)
      return this.#refuse(row, 'registry-municipality-unknown', 'municipality', { name })
    return this.#make(row, `name:${keyOf(name)}`, null, name)
  }

  #open(row: RegistryRow, known: KnownMunicipality): ParentRef | null {
    if (known.validTo !== null && row.validTo === null)
      return this.#refuse(row, 'registry-municipality-closed', 'municipality', { name: known.name })
    return { id: known.id, name: known.name }
  }

  #make(row: RegistryRow, key: string, code: string | null, name: string): ParentRef {
    if (!this.#fresh.has(key)) {
      this.#fresh.set(key, { key, code, name, row: row.row })
      if (this.#territory.municipalities.length > 0)
        this.remarks.push({ code: 'registry-municipality-new', params: { name }, place: at(row) })
    }
    return { key, name }
  }

  #codeless(name: string): KnownMunicipality | undefined {
    return this.#byName.get(keyOf(name))?.find(({ code }) => code === null)
  }

  #refuse(
    row: RegistryRow,
    code: string,
    column: 'municipality' | 'municipalityCode',
    params: NonNullable<Problem['params']>,
  ): null {
    const value = (column === 'municipality' ? row.municipalityName : row.municipalityCode) ?? ''
    this.problems.push({ code, params, place: { ...at(row, column), value } })
    return null
  }
}

/** Where a row stands, and in which of its columns what is meant would be. */
export function at({ sheet, row, headers }: RegistryRow, field?: RegistryField): Place {
  const column = field && headers[field]
  return column === undefined ? { sheet, row } : { sheet, row, column }
}

function keyOf(name: string): string {
  return foldWords(name).join(' ')
}
