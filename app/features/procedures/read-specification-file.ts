import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { z } from 'zod'
import { type Problem, ProblemError } from '../../platform/problem.ts'
import { nameOfSet } from './check-scale.ts'
import { parseEntry } from './specification-schema.ts'
import { keyOf } from './specifications.ts'
import type { Specification } from './types.ts'

/** The entries of a file that can be used, and every fault of the others with its entry and field. */
export interface ParsedSpecificationFile {
  readonly specifications: readonly { readonly entry: number; readonly specification: Specification }[]
  readonly problems: readonly Problem[]
}

/**
 * Reads a specification file: a JSON array in the format of `specification-schema.ts`. All faults are thrown
 * together as ProblemError, each with its entry and field.
 */
export async function readSpecificationFile(
  path: string,
): Promise<{ sha256: string; specifications: Specification[] }> {
  const file = basename(path)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new ProblemError({
      code: 'specification-file-unreadable',
      params: { reason: error.code ?? error.message },
      place: { file },
    })
  })
  const { specifications, problems } = parseSpecificationFile(bytes.toString('utf8'), file)
  if (problems.length > 0) throw new ProblemError(problems)
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    specifications: specifications.map(({ specification }) => specification),
  }
}

/** @param file what its sender calls it. Throws ProblemError where it is no list of entries at all. */
export function parseSpecificationFile(text: string, file: string): ParsedSpecificationFile {
  const specifications: { entry: number; specification: Specification }[] = []
  const problems: Problem[] = []
  const seen = new Map<string, number>()
  for (const [index, value] of entriesOf(text, file).entries()) {
    const entry = index + 1
    const parsed = parseEntry(value)
    if ('issues' in parsed) {
      problems.push(...parsed.issues.map(issue => toProblem(issue, value, entry, file)))
      continue
    }
    const key = keyOf(parsed.specification)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, entry)
    else
      problems.push({
        code: 'specification-twice',
        params: { set: nameOfSet(parsed.specification), first, entry },
        place: { file },
      })
    specifications.push({ entry, specification: parsed.specification })
  }
  return { specifications, problems }
}

function entriesOf(text: string, file: string): unknown[] {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new ProblemError({
      code: 'specification-not-json',
      params: { reason: (error as Error).message },
      place: { file },
    })
  }
  if (!Array.isArray(value)) throw new ProblemError({ code: 'specification-not-a-list', place: { file } })
  if (value.length === 0) throw new ProblemError({ code: 'specification-empty', place: { file } })
  return value
}

function toProblem(issue: z.core.$ZodIssue, value: unknown, entry: number, file: string): Problem {
  const at = issue.path.reduce<unknown>(
    (inside, key) => (inside as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  )
  const place = { file, column: issue.path.join('.'), value: JSON.stringify(at) ?? '—' }
  if (issue.code === 'unrecognized_keys')
    return {
      code: 'specification-unknown-field',
      params: { entry, fields: issue.keys.join(', ') },
      place: { file },
    }
  if (issue.code === 'custom' && issue.params?.fault === 'sum')
    return { code: 'specification-sum', params: { entry, sum: Number(issue.params.sum) }, place }
  if (issue.code === 'custom')
    return { code: 'specification-index-twice', params: { entry }, place: { file } }
  return { code: 'specification-field', params: { entry }, place }
}
