import type { SheetToWrite } from '../../../documents/spreadsheet/index.ts'
import { type Locale, say } from '../../../messages/format.ts'
import type { Screening } from '../types.ts'
import { makeSheet } from './make-sheet.ts'
import { noteAdvice, noteText } from './words.ts'

/** So many examples of a kind of dirt are enough to find the rest. */
const EXAMPLES = 5

/** «Исключено»: every row that was not counted, and why. */
export function excludedSheet({ excluded }: Screening, locale: Locale): SheetToWrite {
  return makeSheet(
    locale,
    'excluded',
    [
      { id: 'file', cell: ({ file }) => file, width: 40 },
      { id: 'row', cell: ({ row }) => row, width: 9 },
      { id: 'school', cell: ({ school }) => school },
      { id: 'reason', cell: ({ reason }) => say(locale, `excluded.${reason}`), width: 40 },
    ],
    excluded,
  )
}

/** «Загрязнения»: per file and kind how often it was met, what was done with it and where the first ones stand. */
export function dirtSheet({ files }: Screening, locale: Locale): SheetToWrite {
  return makeSheet(
    locale,
    'dirt',
    [
      { id: 'file', cell: ({ file }) => file, width: 40 },
      { id: 'dirt', cell: ({ kind }) => say(locale, `dirt.${kind}`), width: 50 },
      { id: 'count', cell: ({ count }) => count },
      { id: 'done', cell: ({ kind }) => say(locale, `dirt.${kind}.done`), width: 50 },
      {
        id: 'examples',
        cell: ({ examples }) =>
          examples
            .slice(0, EXAMPLES)
            .map(example => say(locale, 'output.example', example))
            .join('; '),
        width: 80,
      },
    ],
    files.flatMap(({ file, dirt }) => dirt.map(met => ({ file, ...met }))),
  )
}

/** «Примечания»: what a person should know of the run before the first number. */
export function notesSheet({ notes }: Screening, locale: Locale): SheetToWrite {
  return makeSheet(
    locale,
    'notes',
    [
      { id: 'note', cell: note => noteText(locale, note), width: 100 },
      { id: 'advice', cell: note => noteAdvice(locale, note), width: 80 },
    ],
    notes,
  )
}
