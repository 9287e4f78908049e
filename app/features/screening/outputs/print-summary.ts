import { officialMethods } from '@objektiv/forensics'
import { type Locale, say } from '../../../messages/format.ts'
import { formatNumber } from '../../../messages/numbers.ts'
import type { ScreenedSet, Screening } from '../types.ts'
import { alignTable } from './align-table.ts'
import { noteText, setName } from './words.ts'
import type { OutputPaths } from './write-outputs.ts'

const KINDS_OF_DIRT = 8
const NOTES = 8

/** Ordinary in every protocol, or told among the rows that were not counted. */
const NOT_WORTH_TELLING: ReadonlySet<string> = new Set([
  'number-as-text',
  'empty-rows',
  'no-mark',
  'absent',
  'absent-in-part',
  'no-school',
  'no-total',
  'total-above-maximum',
])

/** What a person reads in the terminal after a run: counts only, no school is named or ranked. */
export function printSummary(screening: Screening, paths: OutputPaths, locale: Locale): string {
  const blocks = [
    head(screening, locale),
    sets(screening, locale),
    index(screening, locale),
    detected(screening, locale),
    dirt(screening, locale),
    notes(screening, locale),
    outputs(paths, locale),
  ]
  return blocks
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')
}

function head({ region, files }: Screening, locale: Locale): string[] {
  const sum = (count: 'rows' | 'works') => files.reduce((total, file) => total + file[count], 0)
  return [
    region,
    say(locale, 'summary.read', {
      files: new Set(files.map(one => one.file)).size,
      rows: sum('rows'),
      works: sum('works'),
    }),
  ]
}

function sets(screening: Screening, locale: Locale): string[] {
  const methods = officialMethods.map(({ id }) => id)
  const header = ['set', 'works', 'schools', ...methods].map(id => say(locale, `summary.column.${id}`))
  const rows = screening.sets.map(set => [
    setName(locale, set),
    formatNumber(locale, set.works),
    formatNumber(locale, set.schools),
    ...methods.map(method => {
      const marked = countMarked(screening, set, method)
      return marked === null ? say(locale, 'summary.not-computed') : formatNumber(locale, marked)
    }),
  ])
  const withSign = screening.markers.filter(({ marked, official }) => marked && official)
  const marked = new Set(withSign.map(({ school }) => school))
  return [
    say(locale, 'summary.sets'),
    ...alignTable([header, ...rows]).map(line => `  ${line}`),
    `  ${say(locale, 'summary.legend')}`,
    say(locale, 'summary.marked', { schools: screening.schools.length, marked: marked.size }),
  ]
}

/** Schools that a method marks in a set (the cohort belongs to its second year); null where it could not be run. */
function countMarked({ markers }: Screening, set: ScreenedSet, method: string): number | null {
  const found = markers.filter(({ marker, version, sets }) => {
    const { year, grade, subject } = sets[sets.length - 1]
    const same = year === set.year && grade === set.grade && subject === set.subject
    return marker === method && same && version === set.version
  })
  return found.length === 0 ? null : found.filter(({ marked }) => marked).length
}

function index(screening: Screening, locale: Locale): string[] {
  const regions = screening.index.filter(({ level }) => level === 'region')
  if (regions.length === 0) return []
  const lines = regions.map(({ year, index, signs, schools, marked }) => {
    const words = index === null ? say(locale, 'summary.no-index') : formatNumber(locale, index, 1)
    return `  ${say(locale, 'summary.index-line', { year, index: words, signs, schools, marked })}`
  })
  return [say(locale, 'summary.index'), ...lines]
}

/** What our own signals found, and how often the honest noise could not be learnt as wished. */
function detected({ detection }: Screening, locale: Locale): string[] {
  if (detection === null) return []
  const { budget, schoolsMeasured: measured, flagged, expectedFalse: expected, noise } = detection
  const model = noise.filter(({ source }) => source === 'model').length
  const majority = noise.filter(({ reason }) => reason === 'majority').length
  const lines = [say(locale, 'summary.detection', { measured, budget, flagged, expected })]
  if (model + majority > 0)
    lines.push(say(locale, 'summary.detection-noise', { total: noise.length, model, majority }))
  return lines
}

function dirt({ files, excluded }: Screening, locale: Locale): string[] {
  const counts = new Map<string, number>()
  for (const { kind, count } of files.flatMap(({ dirt }) => dirt)) {
    if (!NOT_WORTH_TELLING.has(kind)) counts.set(kind, (counts.get(kind) ?? 0) + count)
  }
  const kinds = [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
  const shown = kinds.slice(0, KINDS_OF_DIRT)
  const width = Math.max(0, ...shown.map(([, count]) => formatNumber(locale, count).length))
  const lines = shown.map(([kind, number]) => {
    const count = formatNumber(locale, number).padStart(width)
    const words = { kind: say(locale, `dirt.${kind}`), done: say(locale, `dirt.${kind}.done`) }
    return `  ${say(locale, 'summary.dirt-line', { count, ...words })}`
  })
  if (kinds.length > shown.length)
    lines.push(`  ${say(locale, 'summary.dirt-more', { count: kinds.length - shown.length })}`)
  if (lines.length > 0) lines.unshift(say(locale, 'summary.dirt'))

  const reasons = [...Map.groupBy(excluded, ({ reason }) => reason)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, rows]) =>
      say(locale, 'summary.excluded-reason', {
        reason: say(locale, `excluded.${reason}`),
        count: rows.length,
      }),
    )
  if (reasons.length > 0) lines.push(say(locale, 'summary.excluded', { reasons: reasons.join('; ') }))
  return lines
}

function notes({ notes }: Screening, locale: Locale): string[] {
  if (notes.length === 0) return []
  const lines = notes.slice(0, NOTES).map(note => `  • ${noteText(locale, note)}`)
  if (notes.length > NOTES)
    lines.push(`  ${say(locale, 'summary.notes-more', { count: notes.length - NOTES })}`)
  return [say(locale, 'summary.notes'), ...lines]
}

function outputs(paths: OutputPaths, locale: Locale): string[] {
  const rows = (['report', 'signals', 'json'] as const).map(
    kind => `  ${paths[kind]} (${say(locale, `summary.output.${kind}`)})`,
  )
  return [say(locale, 'summary.outputs'), ...rows]
}
