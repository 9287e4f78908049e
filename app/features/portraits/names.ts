import type { Report } from '../../documents/report/index.ts'
import { cleanFileName } from '../../platform/files/index.ts'

/** Letters of a name of a file or folder: two of them and what stands before still fit where a path may have 260. */
const LONGEST = 70

/** A text of at most so many letters, cut at a word where there is one. */
export function shortText(text: string, most: number): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  if (letters.length <= most) return letters.join('')
  const cut = letters.slice(0, most - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,.;:«(]+$/u, '')}…`
}

/** A part of a path, whatever a unit is called. */
export function safeName(text: string): string {
  return cleanFileName(shortText(text, LONGEST).replace(/[/\\]/g, '_'))
}

/** What a portrait is saved as. */
export function fileNameOf({ kind, title }: Pick<Report, 'kind' | 'title'>, format: string): string {
  return `${safeName(`${kind} — ${title}`)}.${format}`
}
