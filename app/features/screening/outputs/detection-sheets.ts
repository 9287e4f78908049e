import type { SheetToWrite } from '../../../documents/spreadsheet/index.ts'
import { type Locale, say } from '../../../messages/format.ts'
import {
  BESIDE,
  type ChannelNoise,
  type ChannelReading,
  type ChannelSilence,
  type DetectedSchool,
  type Detection,
} from '../detection/types.ts'
import type { Screening } from '../types.ts'
import { type Column, makeSheet } from './make-sheet.ts'
import type { ReplyOf } from './reply-slots.ts'
import { setName } from './words.ts'

interface Line {
  readonly school: DetectedSchool
  /** Null in the only row of a school of which no channel tells anything. */
  readonly reading: ChannelReading | null
}

/** «Собственные признаки»: one row per school × reading, and one for a school without readings. */
export function detectionSheet(
  { sets }: Screening,
  { schools }: Pick<Detection, 'schools'>,
  locale: Locale,
  replyOf?: ReplyOf,
): SheetToWrite {
  const columns: Column<Line>[] = [
    { id: 'school', cell: ({ school }) => school.school },
    { id: 'name', cell: ({ school }) => school.name, width: 36 },
    { id: 'municipality', cell: ({ school }) => school.municipality, width: 28 },
    { id: 'kind', cell: ({ school }) => school.kind },
    { id: 'degree', cell: ({ school }) => known(school.degree), width: 13, format: '0.00' },
    { id: 'fdr', cell: ({ school }) => known(school.fdr), width: 24, format: '0.000' },
    { id: 'flagged', cell: ({ school }) => say(locale, school.flagged ? 'output.yes' : 'output.no') },
    ...(replyOf
      ? [
          {
            id: 'reply',
            cell: ({ school }: Line) => (school.flagged ? replyOf(school.school, 'own') : null),
            width: 44,
          },
        ]
      : []),
    {
      id: 'channel',
      cell: ({ reading }) => reading && say(locale, `channel.${reading.channel}.title`),
      width: 30,
    },
    {
      id: 'in-degree',
      cell: ({ reading }) => reading && say(locale, BESIDE.has(reading.channel) ? 'output.no' : 'output.yes'),
    },
    { id: 'set', cell: ({ reading }) => reading && setName(locale, sets[reading.set]), width: 32 },
    { id: 'class', cell: ({ reading }) => reading && (reading.class ?? say(locale, withoutClass(reading))) },
    { id: 'n', cell: ({ reading }) => reading?.n ?? null, width: 7, format: '0' },
    { id: 'z', cell: ({ reading }) => reading && known(reading.z), width: 9, format: '0.00' },
    { id: 'p', cell: ({ reading }) => reading && known(reading.p), width: 9, format: '0.0000' },
  ]
  const lines = schools.flatMap((school): Line[] =>
    school.readings.length === 0
      ? [{ school, reading: null }]
      : school.readings.map(reading => ({ school, reading })),
  )
  return makeSheet(locale, 'detection', columns, lines)
}

/** «Обычный разброс»: what honest classes were taken to be, per set and channel. */
export function noiseSheet(
  { sets }: Screening,
  { noise }: Pick<Detection, 'noise'>,
  locale: Locale,
): SheetToWrite {
  const columns: Column<ChannelNoise>[] = [
    { id: 'set', cell: ({ set }) => setName(locale, sets[set]), width: 32 },
    { id: 'channel', cell: ({ channel }) => say(locale, `channel.${channel}.title`), width: 30 },
    { id: 'noise-source', cell: ({ source }) => say(locale, `noise-source.${source}`), width: 44 },
    { id: 'noise-reason', cell: ({ reason }) => reason && say(locale, `noise-reason.${reason}`), width: 70 },
    { id: 'groups', cell: ({ groups }) => groups, width: 20 },
  ]
  return makeSheet(locale, 'noise', columns, noise)
}

/** «Не считалось»: what had no data, per set and channel. */
export function silentSheet(
  { sets }: Screening,
  { silent }: Pick<Detection, 'silent'>,
  locale: Locale,
): SheetToWrite {
  const columns: Column<ChannelSilence>[] = [
    { id: 'set', cell: ({ set }) => setName(locale, sets[set]), width: 32 },
    { id: 'channel', cell: ({ channel }) => say(locale, `channel.${channel}.title`), width: 30 },
    { id: 'silence', cell: ({ reason }) => say(locale, `silence.${reason}`), width: 90 },
  ]
  return makeSheet(locale, 'silent', columns, silent)
}

/** An examination speaks of the whole school. */
function withoutClass({ channel }: ChannelReading): string {
  return channel === 'external' ? 'output.class-all' : 'output.class-unknown'
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
