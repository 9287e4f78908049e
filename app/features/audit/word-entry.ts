import { sayDate, sayInstant } from '../../messages/dates.ts'
import { hasMessage, type Locale, say } from '../../messages/format.ts'
import { shownFields } from './shown-fields.ts'
import { wordCode } from './word-values.ts'

/** What a line of the log holds, as far as wording it goes. */
export interface Wordable {
  readonly subject: string
  readonly action: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
  /** Who acted and when: the line says it once, so no column repeats it. */
  readonly account_id?: string | null
  readonly at?: Date
}

/** Names behind the numbers of a line. */
export interface Names {
  readonly units: ReadonlyMap<number, string>
  readonly people: ReadonlyMap<string, string>
}

export interface WordedChange {
  readonly field: string
  readonly label: string
  readonly before: string | null
  readonly after: string | null
  /** Words that somebody wrote: a sentence sets them in quotation marks, unlike numbers, days, names and choices. */
  readonly quoted?: boolean
}

/** Columns whose values are units, or people: shown by name. The last two say what a list was narrowed to. */
const UNIT_COLUMNS = new Set(['unit_id', 'parent_id', 'successor_id', 'unit', 'under'])
const PERSON_COLUMNS = new Set([
  'account_id',
  'person_id',
  'granted_by',
  'accepted_by',
  'invited_by',
  'answered_by',
  'created_by',
  'removed_by',
  'checked_by',
  'sent_by',
  'decided_by',
  'undone_by',
  'published_by',
  'who',
])
/** What an act is about in the first place, by its name or the beginning of it; its other lines name their own subject. */
const MAIN_SUBJECTS: Readonly<Record<string, string>> = {
  unit: 'unit',
  registry: 'registry_import',
  role: 'role_grant',
  invitation: 'invitation',
  token: 'api_token',
  signal: 'signal_step',
  import: 'import_batch',
  campaign: 'campaign',
  assessment: 'assessment',
  specification: 'specification',
  'federal-list': 'federal_list',
  // What was ended with it is told as its own: «Изменение — приглашение (восстановление из резервной копии)».
  'installation.restored': 'backup',
}
const LONGEST = 300

/** The changes of a line, field by field, in words. */
export function wordChanges(locale: Locale, entry: Wordable, names: Names): WordedChange[] {
  const fields = new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})])
  return shownFields(entry, [...fields])
    .map(field => ({
      field,
      label: fieldName(locale, entry.subject, field),
      before: wordValue(locale, entry.subject, field, entry.before?.[field], names),
      after: wordValue(locale, entry.subject, field, entry.after?.[field], names),
      quoted: isWritten(locale, entry.subject, field, entry.after?.[field] ?? entry.before?.[field]),
    }))
    .filter(({ before, after }) => before !== null || after !== null)
}

/**
 * What was done. An act has a name of its own («Переименование»); a line of it about something else tells what happened
 * to that, and by which act: «Новая запись — прежнее название или логин (переименование)».
 */
export function wordAction(locale: Locale, entry: Wordable): string {
  const { action, subject, before, after } = entry
  const id = `audit.action.${action}`
  const kind = String(after?.kind ?? before?.kind ?? '')
  const isOp = ['created', 'changed', 'removed', 'read'].includes(action)
  const main = MAIN_SUBJECTS[action] ?? MAIN_SUBJECTS[action.split('.')[0]]
  const known = hasMessage(locale, id)
  if (known && !isOp && (main === undefined || main === subject)) return say(locale, id, { kind })
  // What the program did itself on the way of a sign is named by the step: «Напоминание школе».
  const step = isOp && subject === 'signal_step' ? wordCode(locale, subject, 'kind', kind) : null
  if (step !== null) return upperFirst(step)
  const op = isOp ? action : before === null ? 'created' : after === null ? 'removed' : 'changed'
  const what = `${say(locale, `audit.action.${op}`)} — ${subjectName(locale, subject, kind)}`
  if (isOp || !known) return what
  return say(locale, 'audit.act-of', { what, act: lowerFirst(say(locale, id, { kind: '' })) })
}

/** The whole line as sentences: «Дана роль. Кому: Мария Петрова; роль: Методист; где: Западный район.» */
export function wordSentence(locale: Locale, action: string, changes: readonly WordedChange[]): string {
  const hidden = say(locale, 'audit.value.hidden')
  const worded = changes
    // Of a value that is not shown nothing is told but that it changed.
    .filter(({ before, after }) => before !== null || after !== hidden)
    .map(({ label, before, after, quoted }) => {
      const shown = (text: string | null) =>
        text !== null && quoted && text !== hidden
          ? say(locale, 'audit.value.quoted', { text })
          : (text ?? '')
      const kind = kindOf(before, after)
      return say(locale, `audit.change.${kind}`, { label, before: shown(before), after: shown(after) })
    })
  if (worded.length === 0) return `${action}.`
  const told = upperFirst(worded.join('; '))
  // «… до 1 декабря 2026 г.» has its point already.
  return `${action}. ${told}${told.endsWith('.') ? '' : '.'}`
}

/** A value that may not be shown reads the same before and after; the line then says only that it changed. */
function kindOf(before: string | null, after: string | null): 'set' | 'cleared' | 'unshown' | 'both' {
  if (before === null) return 'set'
  if (after === null) return 'cleared'
  return before === after ? 'unshown' : 'both'
}

/** `kind` tells a school from a class where the line knows it. */
export function subjectName(locale: Locale, subject: string, kind = ''): string {
  const ofKind = `audit.value.${subject}.kind.${kind}`
  if (subject === 'unit' && hasMessage(locale, ofKind)) return say(locale, ofKind)
  const id = `audit.subject.${subject}`
  return hasMessage(locale, id) ? say(locale, id) : subject
}

function fieldName(locale: Locale, subject: string, field: string): string {
  const own = `audit.field.${subject}.${field}`
  const common = `audit.field.${field}`
  if (hasMessage(locale, own)) return say(locale, own)
  return hasMessage(locale, common) ? say(locale, common) : field
}

function wordValue(
  locale: Locale,
  subject: string,
  field: string,
  value: unknown,
  { units, people }: Names,
): string | null {
  if (value === null || value === undefined || value === '') return null
  if (value === '•') return say(locale, 'audit.value.hidden')
  if (typeof value === 'boolean') return say(locale, value ? 'audit.value.yes' : 'audit.value.no')
  if (UNIT_COLUMNS.has(field)) return units.get(Number(value)) ?? say(locale, 'audit.value.out-of-reach')
  if (PERSON_COLUMNS.has(field)) return people.get(String(value)) ?? String(value)
  const words = (one: unknown) => wordCode(locale, subject, field, one) ?? String(one)
  if (Array.isArray(value))
    return value.length === 0 || value.some(one => typeof one === 'object')
      ? null
      : cut(value.map(words).join(', '))
  // A whole document is read on the page of its record.
  if (typeof value === 'object') return null
  if (typeof value === 'number' && !Number.isInteger(value))
    return value.toLocaleString(locale, { maximumFractionDigits: 3 })
  const code = wordCode(locale, subject, field, value)
  if (code !== null) return code
  const text = String(value)
  if (field === 'school_year' && /^\d{4}$/.test(text)) return `${text}/${String(Number(text) + 1).slice(2)}`
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return sayDate(locale, text)
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text)) return sayInstant(locale, new Date(text))
  return cut(text)
}

/** Ids of units and accounts that a line mentions, so that their names are fetched once for a whole page. */
export function mentionedIn({ before, after }: Wordable): { units: number[]; people: string[] } {
  const pairs = [...Object.entries(before ?? {}), ...Object.entries(after ?? {})].filter(
    ([, value]) => value !== null,
  )
  return {
    units: pairs
      .filter(([field, value]) => UNIT_COLUMNS.has(field) && Number.isInteger(Number(value)))
      .map(([, value]) => Number(value)),
    people: pairs.filter(([field]) => PERSON_COLUMNS.has(field)).map(([, value]) => String(value)),
  }
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`
}

/** Words that somebody wrote, unlike what the program worded itself. */
function isWritten(locale: Locale, subject: string, field: string, value: unknown): boolean {
  return (
    typeof value === 'string' &&
    !UNIT_COLUMNS.has(field) &&
    !PERSON_COLUMNS.has(field) &&
    !/^[\d\s.,:-]+$|^\d{4}-\d{2}-\d{2}T/.test(value) &&
    wordCode(locale, subject, field, value) === null
  )
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
