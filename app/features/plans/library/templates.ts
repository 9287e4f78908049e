import type { DetectionChannel, MarkerId } from '@objektiv/forensics'
import type { EvidenceKind } from '../evidence.rules.ts'
import type { BodyRole, Level } from '../reading/plan.ts'

/** Signs a measure answers: channels of our own search, markers of the 2019 method. */
export type SignalChannel = DetectionChannel | MarkerId

/** Indicators of ensuring objectivity, as they are numbered at both levels (DOMAIN §6). */
export type Indicator =
  | `2.${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`
  | `3.${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`

/** Usual terms; their words are `measure-library-term.<key>`, readable by russian-terms. */
export const TERM_KEYS = [
  'autumn',
  'september',
  'october',
  'winter',
  'spring',
  'march',
  'summer',
  'june',
  'year',
  'always',
  'quarterly',
  'twice',
  'case',
  'before-vpr',
  'vpr',
  'after-vpr',
  'before-ege',
] as const
export type TermKey = (typeof TERM_KEYS)[number]

/** A kind of measure; its words are `measure-library.<id>.title`, `.text` and `.evidence`. */
export interface MeasureTemplate {
  readonly id: string
  /** Level whose plans usually have it. */
  readonly level: Level
  /** Who usually answers. */
  readonly body: BodyRole
  readonly term: TermKey
  readonly evidence: EvidenceKind
  /** The indicator that its evidence feeds; null where it is none of them. */
  readonly indicator: Indicator | null
  /** Signs it answers for a single school; empty: it is not addressed. */
  readonly channels: readonly SignalChannel[]
}

const ALL: readonly SignalChannel[] = [
  ...(['level', 'task-profile', 'homogeneity', 'similarity', 'boundary', 'leniency', 'leak'] as const),
  ...(['journal', 'omission', 'cohort-drift', 'tail', 'external'] as const),
  ...(['high-mean', 'journal-mismatch', 'cohort-rise', 'cohort-fall', 'boundary-bunching'] as const),
  ...(['task-inversion', 'journal-gap'] as const),
]
/** What the marking of works can explain. */
const MARKING: readonly SignalChannel[] = [
  ...(['leniency', 'boundary', 'boundary-bunching', 'omission', 'tail', 'task-profile'] as const),
  ...(['task-inversion', 'journal-gap'] as const),
]
/** What happens while works are written. */
const WRITING: readonly SignalChannel[] = ['similarity', 'homogeneity', 'leak', 'level', 'high-mean']
/** What other works of the same pupils can confirm. */
const LEVEL: readonly SignalChannel[] = [
  ...(['level', 'high-mean', 'external', 'cohort-drift', 'cohort-rise', 'cohort-fall'] as const),
]
const JOURNAL: readonly SignalChannel[] = ['journal', 'journal-mismatch', 'journal-gap']

type Row = readonly [
  id: string,
  body: BodyRole,
  term: TermKey,
  evidence: EvidenceKind,
  indicator: Indicator | null,
  channels?: readonly SignalChannel[],
]

const REGION: readonly Row[] = [
  ['procedure-regulation', 'ОИВ', 'winter', 'order', '2.1'],
  ['checklists', 'РЦОКО', 'winter', 'other', '2.5'],
  ['motivating-monitoring', 'ОИВ', 'march', 'order', '3.5'],
  ['portraits', 'РЦОКО', 'september', 'other', '3.1'],
  ['expert-training', 'ИРО', 'year', 'order', null],
  ['qualification-system', 'ИРО', 'year', 'note', null],
]

const MUNICIPALITY: readonly Row[] = [
  // For one school, after a sign.
  ['cause-analysis', 'ОМСУ', 'autumn', 'note', '3.4', ALL],
  ['re-marking', 'ОМСУ', 'case', 'note', '2.8', MARKING],
  ['school-observation', 'ОМСУ', 'vpr', 'protocol', '3.4', WRITING],
  ['independent-check', 'ОМСУ', 'october', 'note', '3.4', LEVEL],
  ['addressed-recommendations', 'ОМСУ', 'june', 'note', '2.10', ALL],
  ['low-results-schools', 'ММС', 'year', 'note', '3.4'],
  // Papers.
  ['municipal-roadmap', 'ОМСУ', 'september', 'plan', '3.9'],
  ['procedure-schedule', 'ОМСУ', 'before-vpr', 'order', '2.1'],
  ['school-recommendations', 'ОМСУ', 'winter', 'note', '2.5'],
  // While works are written and marked.
  ['conduct-control', 'ОМСУ', 'vpr', 'note', '2.6', WRITING],
  ['commissions', 'ОМСУ', 'vpr', 'order', '2.7', MARKING],
  ['observers', 'ОМСУ', 'vpr', 'protocol', '2.4', WRITING],
  ['observer-training', 'ОМСУ', 'before-vpr', 'protocol', '2.3'],
  ['observer-schedule', 'ОМСУ', 'before-vpr', 'order', '2.4'],
  ['upload-control', 'ОМСУ', 'vpr', 'note', '2.6'],
  ['no-sanctions', 'ОМСУ', 'always', 'order', '3.3'],
  // People.
  ['information', 'ОМСУ', 'year', 'link', '3.2'],
  ['positive-attitude', 'ОМСУ', 'year', 'note', '3.2'],
  ['vpr-for-parents', 'ОМСУ', 'spring', 'link', '3.2'],
  ['heads-meeting', 'ОМСУ', 'winter', 'protocol', '3.8'],
  ['methodical-meeting', 'ММС', 'march', 'protocol', '3.3'],
  ['deficits-monitoring', 'ММС', 'october', 'note', null],
  ['teacher-help', 'ММС', 'year', 'note', '3.4', ['leniency', 'boundary', 'boundary-bunching']],
  ['subject-workshops', 'ММС', 'year', 'protocol', null],
  ['practices-bank', 'ММС', 'summer', 'link', '3.2'],
  // Control, decisions, examinations.
  ['departmental-control', 'ОМСУ', 'year', 'note', '3.3'],
  ['management-decisions', 'ОМСУ', 'summer', 'order', '3.8'],
  ['medal-control', 'ОМСУ', 'summer', 'note', '3.4'],
  ['exam-point-training', 'ОМСУ', 'twice', 'protocol', '2.1'],
  ['computer-exam-readiness', 'ОМСУ', 'before-ege', 'protocol', '2.1'],
  // Analysis.
  ['results-analysis', 'ОМСУ', 'summer', 'note', '3.1'],
  ['results-note', 'ОМСУ', 'june', 'note', '2.9'],
  ['objectivity-note', 'ОМСУ', 'june', 'note', '2.6'],
  ['objectivity-monitoring', 'ОМСУ', 'summer', 'note', '3.5'],
  ['monitoring-analysis', 'ОМСУ', 'june', 'note', '3.6'],
  ['analysis-recommendations', 'ОМСУ', 'june', 'note', '3.7'],
]

const SCHOOL: readonly Row[] = [
  ['mark-review', 'ОО', 'quarterly', 'note', '3.4', JOURNAL],
  ['school-plan', 'ОО', 'september', 'order', '2.9'],
  ['procedure-orders', 'ОО', 'before-vpr', 'order', '2.1'],
  ['objectivity-order', 'ОО', 'september', 'order', '2.2'],
  ['study-guidance', 'ОО', 'before-vpr', 'protocol', '2.1', ['leniency', 'boundary', 'boundary-bunching']],
  ['conduct', 'ОО', 'vpr', 'order', '2.1'],
  ['conflict-of-interest', 'ОО', 'before-vpr', 'order', '2.7'],
  ['video', 'ОО', 'vpr', 'note', '2.5'],
  ['materials-safety', 'ОО', 'vpr', 'order', '2.1', ['leak']],
  ['no-coaching', 'ОО', 'year', 'order', null],
  ['private-results', 'ОО', 'after-vpr', 'note', '3.2'],
  ['parents-meetings', 'ОО', 'spring', 'protocol', '3.2'],
  ['pupils-meetings', 'ОО', 'spring', 'protocol', '3.2'],
  ['pedagogical-council', 'ОО', 'summer', 'protocol', '3.3'],
  ['risk-seminar', 'ОО', 'october', 'protocol', '3.2'],
  ['mutual-visits', 'ОО', 'year', 'protocol', null],
  ['weighted-marking', 'ОО', 'september', 'order', '3.3'],
  ['in-school-control', 'ОО', 'year', 'note', '3.3'],
  ['revised-programmes', 'ОО', 'autumn', 'order', '3.3'],
  ['individual-routes', 'ОО', 'october', 'other', '3.3'],
  ['gap-help', 'ОО', 'year', 'note', '3.3'],
  ['open-assessment', 'ОО', 'september', 'link', '3.2'],
  ['stimulus', 'ОО', 'september', 'order', '3.2'],
]

/** The kinds of measures that plans of objectivity have, in our own words. */
export const MEASURE_TEMPLATES: readonly MeasureTemplate[] = [
  ...REGION.map(row => template('region', row)),
  ...MUNICIPALITY.map(row => template('municipality', row)),
  ...SCHOOL.map(row => template('school', row)),
]

function template(level: Level, [id, body, term, evidence, indicator, channels = []]: Row): MeasureTemplate {
  return { id, level, body, term, evidence, indicator, channels }
}

const BY_ID = new Map(MEASURE_TEMPLATES.map(one => [one.id, one]))

export function measureTemplate(id: string): MeasureTemplate | null {
  return BY_ID.get(id) ?? null
}

/**
 * Addressed measures for a school whose signal shows in these channels or markers: those that answer the most of them
 * first, and of equals those made for fewest others. The analysis of causes is always among them: nothing is asked of a
 * school before its own causes were looked for.
 */
export function measuresForSignal(channels: readonly string[]): readonly MeasureTemplate[] {
  const seen = new Set(channels)
  const fit = ({ channels: answered }: MeasureTemplate) => answered.filter(one => seen.has(one)).length
  return MEASURE_TEMPLATES.filter(one => fit(one) > 0 || one.id === 'cause-analysis').sort(
    (a, b) => rank(a) - rank(b) || fit(b) - fit(a) || a.channels.length - b.channels.length,
  )
}

/** First the causes, last what follows from them. */
function rank({ id }: MeasureTemplate): number {
  return id === 'cause-analysis' ? 0 : id === 'addressed-recommendations' ? 2 : 1
}
