import bundledEntries from './data/vpr-2021.json' with { type: 'json' }
import { readSpecificationFile } from './read-specification-file.ts'
import { parseEntry } from './specification-schema.ts'
import { keyOf, type Specifications } from './specifications.ts'
import type { Specification } from './types.ts'

/**
 * The bundled official specifications and, over them, those of the user's file. Throws ProblemError with every
 * fault of the file: not JSON, wrong fields, tasks that do not add up, a set given twice.
 */
export async function loadSpecifications(path?: string): Promise<Specifications> {
  const bundled = bundledSpecifications()
  if (path === undefined) return { file: null, sha256: null, bundled, own: new Map() }
  const { sha256, specifications } = await readSpecificationFile(path)
  return { file: path, sha256, bundled, own: new Map(specifications.map(one => [keyOf(one), one])) }
}

let parsedOnce: ReadonlyMap<string, Specification> | undefined

/** The official specifications that come with the program, by key. */
export function bundledSpecifications(): ReadonlyMap<string, Specification> {
  parsedOnce ??= new Map(
    bundledEntries.map(entry => {
      const parsed = parseEntry(entry)
      if ('issues' in parsed) throw new Error('The bundled specifications are broken')
      return [keyOf(parsed.specification), parsed.specification]
    }),
  )
  return parsedOnce
}
