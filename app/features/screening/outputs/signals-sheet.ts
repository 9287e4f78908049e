import type { SheetToWrite } from '../../../documents/spreadsheet/index.ts'
import { type Locale, say } from '../../../messages/format.ts'
import type { AssessmentKey } from '../../results/index.ts'
import type { ScreenedMarker, Screening } from '../types.ts'
import { type Column, makeSheet } from './make-sheet.ts'
import type { ReplyOf } from './reply-slots.ts'
import { noteText, setName } from './words.ts'

/** «Признаки»: one row per school × set × marker; a cohort stands under its second year, both sets in words. */
export function signalsSheet(
  { markers, schools, sets }: Screening,
  locale: Locale,
  replyOf?: ReplyOf,
): SheetToWrite {
  const kinds = new Map(schools.map(({ school, kind }) => [school, kind]))
  const procedures = new Map(sets.map(set => [keyOf(set), set.procedure]))
  const yesNo = (value: boolean) => say(locale, value ? 'output.yes' : 'output.no')
  const last = ({ sets, version }: ScreenedMarker) => ({ ...sets[sets.length - 1], version })

  const columns: Column<ScreenedMarker>[] = [
    { id: 'school', cell: ({ school }) => school },
    { id: 'name', cell: ({ name }) => name, width: 36 },
    { id: 'municipality', cell: ({ municipality }) => municipality, width: 28 },
    { id: 'kind', cell: ({ school }) => kinds.get(school) ?? null },
    { id: 'procedure', cell: marker => procedures.get(keyOf(last(marker))) ?? null },
    { id: 'version', cell: ({ version }) => version, width: 16 },
    { id: 'year', cell: marker => last(marker).year, width: 7 },
    { id: 'grade', cell: marker => last(marker).grade, width: 7 },
    { id: 'subject', cell: marker => last(marker).subject, width: 20 },
    {
      id: 'compared',
      cell: ({ sets, version }) => sets.map(set => setName(locale, { ...set, version })).join(' → '),
      width: 32,
    },
    { id: 'marker', cell: ({ marker }) => say(locale, `method.${marker}.title`), width: 34 },
    { id: 'n', cell: ({ n }) => n, width: 7, format: '0' },
    { id: 'value', cell: ({ value }) => value, format: '0.000' },
    {
      id: 'tie-corrected',
      cell: ({ details }) => (typeof details.tieCorrected === 'number' ? details.tieCorrected : null),
      format: '0.000',
    },
    { id: 'lower', cell: ({ lower }) => lower, width: 15, format: '0.000' },
    { id: 'upper', cell: ({ upper }) => upper, width: 15, format: '0.000' },
    { id: 'reference', cell: ({ reference }) => reference, width: 18, format: '0.000' },
    { id: 'p', cell: ({ p }) => p, width: 9, format: '0.0000' },
    { id: 'q', cell: ({ q }) => q, width: 9, format: '0.0000' },
    {
      id: 'marked',
      // Null: the method is descriptive until its false alarms are measured, which is neither yes nor no.
      cell: ({ marked }) => (marked === null ? say(locale, 'output.not-calibrated') : yesNo(marked)),
      width: 16,
    },
    ...(replyOf
      ? [
          {
            id: 'reply',
            cell: ({ marked, school, at }: ScreenedMarker) =>
              marked ? replyOf(school, at[at.length - 1]) : null,
            width: 44,
          },
        ]
      : []),
    { id: 'official', cell: ({ official }) => yesNo(official), width: 20 },
    { id: 'notes', cell: ({ notes }) => notes.map(note => noteText(locale, note)).join('; '), width: 60 },
  ]
  return makeSheet(locale, 'signals', columns, markers)
}

function keyOf({ version, year, grade, subject }: Omit<AssessmentKey, 'procedure'>): string {
  return [version, year, grade, subject].join('\n')
}
