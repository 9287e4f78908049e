import { appendFile, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { FORMATS, type PortraitFormat } from '../formats.ts'

const line = z.object({
  unit: z.number().int(),
  /** As the person sees it: name of the unit. */
  of: z.string(),
  format: z.enum(FORMATS),
  /** Path inside the archive. */
  name: z.string(),
  rows: z.number().int(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int(),
})

/** A file that was made: a line is written once its file stands under its hash. */
export type JournalLine = Readonly<z.infer<typeof line>>

const NAME = 'made.jsonl'

/** What was made so far; the last line of a killed process may be half, and does not count. */
export async function readJournal(folder: string): Promise<JournalLine[]> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => '')
  const found = text.split('\n').flatMap(one => {
    try {
      const parsed = line.safeParse(JSON.parse(one))
      return parsed.success ? [parsed.data] : []
    } catch {
      return []
    }
  })
  // A file that was lost and made again stands there twice: the last word counts.
  return [...new Map(found.map(one => [keyOf(one), one])).values()]
}

/** Begins on a line of its own, so that half a line before it takes nothing along. */
export async function writeJournal(folder: string, lines: readonly JournalLine[]): Promise<void> {
  await appendFile(join(folder, NAME), lines.map(one => `\n${JSON.stringify(one)}`).join(''))
}

/** In place of all that was written before: what the archive is made of in the end. */
export async function replaceJournal(folder: string, lines: readonly JournalLine[]): Promise<void> {
  const next = join(folder, `${NAME}.next`)
  await writeFile(next, lines.map(one => `\n${JSON.stringify(one)}`).join(''))
  await rename(next, join(folder, NAME))
}

export function keyOf({ unit, format }: { readonly unit: number; readonly format: PortraitFormat }): string {
  return `${unit} ${format}`
}
