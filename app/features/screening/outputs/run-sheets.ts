import type { Cell, SheetToWrite } from '../../../documents/spreadsheet/index.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { wordRecord } from '../findings/word-record.ts'
import type { ScreenedSet, Screening } from '../types.ts'
import { makeSheet } from './make-sheet.ts'
import { REPLY_DAY, type ReplyOf } from './reply-slots.ts'
import { noteText } from './words.ts'

/** «Параметры»: everything needed to make the run again, in words where there are words. */
export function parametersSheet({ run, region }: Screening, locale: Locale, replyOf?: ReplyOf): SheetToWrite {
  const rows: (readonly [name: string, value: Cell])[] = [
    [say(locale, 'parameter.region'), region],
    ...wordRecord(locale, run).map(({ label, value }): [string, Cell] => [label, value]),
    [say(locale, 'parameter.replies'), replyOf ? REPLY_DAY : say(locale, 'output.replies-unknown')],
  ]
  return makeSheet(
    locale,
    'parameters',
    [
      { id: 'parameter', cell: ([name]) => name, width: 52 },
      { id: 'setting', cell: ([, value]) => value, width: 70 },
    ],
    rows,
  )
}

/** «Наборы»: what the region's numbers of each set are. */
export function setsSheet({ sets }: Screening, locale: Locale): SheetToWrite {
  const boundary = (mark: 3 | 4 | 5) => ({
    id: `boundary-${mark}`,
    cell: ({ boundaries }: ScreenedSet) => boundaries?.[mark - 3] ?? null,
    width: 8,
  })
  return makeSheet<ScreenedSet>(
    locale,
    'sets',
    [
      { id: 'procedure', cell: ({ procedure }) => procedure },
      { id: 'version', cell: ({ version }) => version, width: 16 },
      { id: 'year', cell: ({ year }) => year, width: 7 },
      { id: 'grade', cell: ({ grade }) => grade, width: 7 },
      { id: 'subject', cell: ({ subject }) => subject, width: 20 },
      { id: 'works', cell: ({ works }) => works },
      { id: 'schools', cell: ({ schools }) => schools },
      { id: 'absent', cell: ({ absent }) => absent, width: 15 },
      { id: 'excluded', cell: ({ excluded }) => excluded, width: 28 },
      { id: 'max-score', cell: ({ maxScore }) => maxScore },
      boundary(3),
      boundary(4),
      boundary(5),
      { id: 'mean', cell: ({ mean }) => mean, width: 14, format: '0.000' },
      { id: 'sd', cell: ({ sd }) => sd, width: 24, format: '0.000' },
      { id: 'region-lower', cell: ({ lower }) => lower, width: 24, format: '0.000' },
      { id: 'region-upper', cell: ({ upper }) => upper, width: 24, format: '0.000' },
      { id: 'alpha', cell: ({ alpha }) => alpha, width: 16, format: '0.000' },
      {
        id: 'tau',
        cell: ({ tau2 }) => (tau2 === null ? null : Math.sqrt(tau2)),
        width: 32,
        format: '0.000',
      },
      { id: 'notes', cell: ({ notes }) => notes.map(note => noteText(locale, note)).join('; '), width: 60 },
    ],
    sets,
  )
}

/** «Индекс»: the territories of every year, in the order of the run. */
export function indexSheet({ index }: Screening, locale: Locale): SheetToWrite {
  return makeSheet(
    locale,
    'index',
    [
      { id: 'year', cell: ({ year }) => year, width: 7 },
      { id: 'unit', cell: ({ unit }) => unit, width: 36 },
      { id: 'level', cell: ({ level }) => say(locale, `output.level.${level}`), width: 16 },
      { id: 'signs', cell: ({ signs }) => signs, width: 16 },
      { id: 'schools', cell: ({ schools }) => schools },
      { id: 'marked-schools', cell: ({ marked }) => marked, width: 18 },
      { id: 'index', cell: ({ index }) => index, format: '0.0' },
    ],
    index,
  )
}
