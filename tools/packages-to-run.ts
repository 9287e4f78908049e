/** An entry of package-lock.json, as far as it matters which packages another one needs. */
export interface LockedPackage {
  readonly link?: boolean
  readonly resolved?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

/**
 * The places under node_modules that the named packages need when they run, theirs included, in the order of their paths.
 * Optional ones (binaries of other platforms) count where they are installed. Throws when a required one is missing.
 */
export function packagesToRun(
  packages: Readonly<Record<string, LockedPackage>>,
  names: readonly string[],
  installed: (path: string) => boolean,
): string[] {
  const found = new Set<string>()
  const waiting: { from: string; name: string; optional: boolean }[] = names.map(name => ({
    from: '',
    name,
    optional: false,
  }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const path = resolvePackage(packages, next.from, next.name)
    if (path === null || !installed(path)) {
      if (next.optional) continue
      throw new Error(`${next.name}, which ${next.from || 'the program'} needs, is not installed`)
    }
    if (found.has(path)) continue
    found.add(path)
    const { link, resolved } = packages[path]
    // What a linked package of the house needs stands in its own entry.
    const from = link && resolved ? resolved : path
    const entry = packages[from] ?? packages[path]
    const {
      dependencies = {},
      optionalDependencies = {},
      peerDependencies = {},
      peerDependenciesMeta,
    } = entry
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies }))
      waiting.push({ from, name, optional: name in optionalDependencies })
    // An optional peer is another program's way of using the package; ours would be named in package.json.
    for (const name of Object.keys(peerDependencies))
      if (!peerDependenciesMeta?.[name]?.optional) waiting.push({ from, name, optional: false })
  }
  return [...found].sort()
}

/** Where Node finds a package from a place: in the nearest node_modules on the way up. */
function resolvePackage(
  packages: Readonly<Record<string, LockedPackage>>,
  from: string,
  name: string,
): string | null {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const path = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`
    if (packages[path]) return path
    if (place === '') return null
    if (!place.includes('/node_modules/')) {
      const top = `node_modules/${name}`
      return packages[top] ? top : null
    }
  }
}
