import type { Problem } from '../../../platform/problem.ts'
import type { RegistryRow } from '../types.ts'
import { at } from './place-schools.ts'
import type { KnownSchool } from './territory-snapshot.ts'

/** Joins rows with schools by the six digits: today's login first, then logins of the past, on either side. */
export class SchoolMatcher {
  readonly problems: Problem[] = []
  readonly #byDigits: ReadonlyMap<string, KnownSchool>
  readonly #byPast: ReadonlyMap<string, KnownSchool>
  readonly #rowOfDigits: ReadonlyMap<string, RegistryRow>
  readonly #rowOfSchool = new Map<number, RegistryRow>()

  constructor(rows: readonly RegistryRow[], schools: readonly KnownSchool[]) {
    this.#byDigits = new Map(
      schools.flatMap(school => (school.digits === null ? [] : [[school.digits, school] as const])),
    )
    this.#byPast = new Map(
      schools.flatMap(school => school.otherLogins.map(login => [login.slice(-6), school] as const)),
    )
    this.#rowOfDigits = new Map(rows.map(row => [row.key, row]))
  }

  /** The school that a row describes, null for a new one. Clashes are kept as problems. */
  match(row: RegistryRow): KnownSchool | null {
    const others = new Set(row.otherLogins.map(login => login.slice(-6)).filter(digits => digits !== row.key))
    // By its digits: a login may belong to a row of the file and to a school known before, which is one clash.
    const clashes = new Map<string, string>()
    for (const digits of others) {
      const other = this.#rowOfDigits.get(digits)
      if (other) clashes.set(digits, other.name)
    }
    const school =
      this.#owner(row.key) ??
      [...others].map(digits => this.#owner(digits)).find(one => one !== undefined) ??
      null
    for (const digits of others) {
      const owner = this.#owner(digits)
      if (owner && owner !== school && !clashes.has(digits)) clashes.set(digits, owner.name)
    }
    for (const [digits, name] of clashes) this.#clash(row, digits, name)
    if (school === null) return null
    const earlier = this.#rowOfSchool.get(school.id)
    if (earlier) {
      const params = { key: school.digits ?? '', first: earlier.row }
      this.problems.push({
        code: 'registry-school-twice',
        params,
        place: { ...at(row, 'login'), value: row.login },
      })
    } else this.#rowOfSchool.set(school.id, row)
    return school
  }

  isMatched({ id }: KnownSchool): boolean {
    return this.#rowOfSchool.has(id)
  }

  #owner(digits: string): KnownSchool | undefined {
    return this.#byDigits.get(digits) ?? this.#byPast.get(digits)
  }

  #clash(row: RegistryRow, digits: string, name: string): void {
    this.problems.push({
      code: 'registry-login-clash',
      params: { digits, name },
      place: { ...at(row, 'logins'), value: row.otherLogins.find(login => login.endsWith(digits)) ?? '' },
    })
  }
}
