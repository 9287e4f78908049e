/** A unit with whatever else people know it by. */
export interface NamedUnit {
  readonly id: number
  readonly name: string
  /** As the federal system has it, e.g. «reg99_m012»; null where nobody entered it. */
  readonly code: string | null
}

/**
 * Names under which portraits know municipalities, each its own: two of one name are told apart by their codes, or, where
 * those are not known, by their order.
 */
export function distinguishNames(units: readonly NamedUnit[]): ReadonlyMap<number, string> {
  const byId = new Map(units.map(unit => [unit.id, unit]))
  const alike = Map.groupBy(byId.values(), ({ name }) => name)
  const taken = new Set([...alike].flatMap(([name, of]) => (of.length === 1 ? [name] : [])))
  return new Map(
    [...byId.values()].map(unit => {
      const others = alike.get(unit.name)!
      if (others.length === 1) return [unit.id, unit.name]
      const isOwn = unit.code !== null && others.filter(({ code }) => code === unit.code).length === 1
      const order = others.toSorted((a, b) => a.id - b.id).indexOf(unit) + 1
      let name = `${unit.name} (${isOwn ? unit.code : order})`
      while (taken.has(name)) name = `${name}*`
      taken.add(name)
      return [unit.id, name]
    }),
  )
}
