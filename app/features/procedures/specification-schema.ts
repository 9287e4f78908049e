import { z } from 'zod'
import type { Specification } from './types.ts'

const score = z.int().min(0).max(500)
const band = z.tuple([score, score])

/**
 * An entry of a specification file. The file is a JSON array of these; `procedure` is «ВПР», `version` null and
 * `source` empty where they are not given. Indexes of tasks count scored parts from 1, as «балл за N» does.
 */
const entrySchema = z
  .strictObject({
    procedure: z.string().min(1).default('ВПР'),
    version: z.enum(['базовая', 'углублённая']).nullable().default(null),
    year: z.int().min(2015).max(2100),
    grade: z.int().min(1).max(11),
    subject: z.string().min(1),
    max_primary: z.int().min(1).max(500),
    bands: z.strictObject({ '2': band, '3': band, '4': band, '5': band }).nullable().default(null),
    tasks: z
      .array(
        z.strictObject({
          index: z.int().min(1).max(200),
          task: z.string().min(1),
          level: z.enum(['Б', 'П', 'В']).nullable().default(null),
          max: z.int().min(1).max(252),
        }),
      )
      .nullable()
      .default(null),
    source: z.string().default(''),
  })
  .superRefine((entry, context) => {
    if (!entry.tasks) return
    const sum = entry.tasks.reduce((total, task) => total + task.max, 0)
    if (sum !== entry.max_primary)
      context.addIssue({
        code: 'custom',
        path: ['max_primary'],
        params: { fault: 'sum', sum },
        input: entry.max_primary,
      })
    if (new Set(entry.tasks.map(task => task.index)).size !== entry.tasks.length)
      context.addIssue({ code: 'custom', path: ['tasks'], params: { fault: 'indexes' }, input: entry.tasks })
  })

/** An entry as it stands in a file and is stored with a revision. */
export type SpecificationEntry = z.output<typeof entrySchema>

/** Parses one entry; tasks come out in the order of their indexes. */
export function parseEntry(
  value: unknown,
): { specification: Specification } | { issues: z.core.$ZodIssue[] } {
  const result = entrySchema.safeParse(value)
  if (!result.success) return { issues: result.error.issues }
  const { max_primary, tasks, ...rest } = result.data
  const sorted = tasks && [...tasks].sort((a, b) => a.index - b.index)
  return { specification: { ...rest, maxPrimary: max_primary, tasks: sorted } }
}

/** The entry that gives this specification again. */
export function toEntry({ maxPrimary, bands, tasks, ...rest }: Specification): SpecificationEntry {
  return {
    ...rest,
    version: rest.version as SpecificationEntry['version'],
    max_primary: maxPrimary,
    bands: bands && {
      '2': [...bands['2']],
      '3': [...bands['3']],
      '4': [...bands['4']],
      '5': [...bands['5']],
    },
    tasks: tasks?.map(task => ({ ...task })) ?? null,
  }
}
