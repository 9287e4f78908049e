import { type Locale, say } from '../../../messages/format.ts'
import { safeName } from '../names.ts'
import type { PortraitLevel } from '../types.ts'

export interface NamedUnit {
  readonly id: number
  readonly name: string
  readonly level: PortraitLevel
  readonly municipality: string | null
  /** What else it is known by. */
  readonly code: string | null
}

/**
 * Where the portrait of each unit lies in the archive, without its ending: a folder for schools of each municipality. Two
 * units whose names come to the same are told apart by what else they are known by, or else by their numbers.
 */
export function nameFiles(locale: Locale, units: readonly NamedUnit[]): ReadonlyMap<number, string> {
  const paths = new Map(units.map(unit => [unit.id, pathOf(locale, unit)]))
  const coded = apart(paths, new Map(units.map(({ id, code }) => [id, code ?? String(id)])))
  return apart(coded, new Map(units.map(({ id }) => [id, String(id)])))
}

/** Paths that are met more than once, with a word behind each. Some systems of files do not tell large letters from small. */
function apart(
  paths: ReadonlyMap<number, string>,
  words: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  const times = Map.groupBy(paths.values(), path => path.toLowerCase())
  return new Map(
    [...paths].map(([id, path]) => [
      id,
      times.get(path.toLowerCase())!.length > 1 ? `${path} (${safeName(words.get(id)!)})` : path,
    ]),
  )
}

function pathOf(locale: Locale, { name, level, municipality }: NamedUnit): string {
  if (level === 'region') return safeName(name)
  const folder = safeName(say(locale, `portraits.archive.folder.${level}`))
  if (level === 'municipality' || municipality === null) return `${folder}/${safeName(name)}`
  return `${folder}/${safeName(municipality)}/${safeName(name)}`
}
