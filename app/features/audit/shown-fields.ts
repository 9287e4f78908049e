import type { Wordable } from './word-entry.ts'

/** What the log keeps and a person has no use for: sums of files, places of storage, inner settings. */
const UNSHOWN = new Set([
  'id',
  'sha256',
  'hash',
  'data_hash',
  'media_type',
  'once_key',
  'params',
  'internal',
  'lease_until',
  'not_before',
  'duplicate_of',
  'sort_key',
  'changed_at',
  'session',
  'positions',
  'set_position',
  'portrait',
  // What an analysis was made with stands on its own page, worded.
  'settings',
  // The line itself says when.
  'created_at',
  'signal_step.at',
  'measure_step.at',
  // … and who, as whom.
  'signal_step.account_id',
  'signal_step.role',
  'measure_step.account_id',
  'calendar_feed.account_id',
  'measure_step.role',
  'job.account_id',
  'job.role',
  // The line about the sign itself says from what to what; the name of a step says the rest.
  'signal_step.kind',
  'signal_step.state_before',
  'signal_step.state_after',
  'measure_step.kind',
  'measure_step.state_before',
  'measure_step.state_after',
])
/** Numbers of other records are no words; units and people have names. */
const NAMED_IDS = new Set(['parent_id', 'successor_id', 'person_id', 'account_id'])
/** Here the unit is what the line is about: a role is held somewhere. */
const HELD_AT_A_UNIT = new Set(['role_grant', 'invitation'])
/** Said by the name of the act already: «Внесена школа». */
const SAID_BY_THE_ACT: ReadonlySet<string> = new Set(['unit.kind'])
/** What a new record begins with says nothing. */
const BEGINNINGS: Readonly<Record<string, unknown>> = {
  'signal_step.late': false,
  'signal.escalated': 0,
  'signal.published': false,
  'job.done': 0,
  'job.attempts': 0,
  'import_batch.part': 0,
  'person.theme': 'auto',
}
/** How far the moment of an act may stand from the moment of its line, ms. */
const SAME_MOMENT = 60_000

/**
 * The columns told in a line: not what the line says anyway, nor numbers that name nothing to a person. Where a change
 * is of a moment alone, the moment is what happened: «когда опубликован».
 */
export function shownFields(entry: Wordable, fields: readonly string[]): string[] {
  const telling = fields.filter(field => isTelling(entry, field))
  const shown = telling.filter(field => !repeatsTheLine(entry, field, entry.after?.[field]))
  const isBare = entry.action === 'changed' && shown.length === 0
  return isBare ? telling.filter(field => field.endsWith('_at')) : shown
}

function isTelling(entry: Wordable, field: string): boolean {
  const name = `${entry.subject}.${field}`
  if (UNSHOWN.has(field) || UNSHOWN.has(name) || SAID_BY_THE_ACT.has(name)) return false
  if (field === 'unit_id') return HELD_AT_A_UNIT.has(entry.subject)
  if (field.endsWith('_id') && !NAMED_IDS.has(field)) return false
  // A login ends with its digits.
  if (name === 'unit.digits' && [entry.before, entry.after].some(side => side && 'login' in side))
    return false
  const value = entry.after?.[field]
  return !(entry.before === null && name in BEGINNINGS && BEGINNINGS[name] === value)
}

/** The one who acted, in a column of who did it, or the moment of the act: «кем принято», «когда принято». */
function repeatsTheLine({ account_id, at }: Wordable, field: string, value: unknown): boolean {
  if (typeof value !== 'string') return false
  if (field.endsWith('_by')) return value === account_id
  if (!field.endsWith('_at') || at === undefined) return false
  return Math.abs(new Date(value).getTime() - at.getTime()) < SAME_MOMENT
}
