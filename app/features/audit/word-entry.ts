import { sayDate, sayInstant } from '../../messages/dates.ts'
import { hasMessage, type Locale, say } from '../../messages/format.ts'

/** What a line of the log holds, as far as wording it goes. */
export interface Wordable {
  readonly subject: string
  readonly action: string
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
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
}

/** Columns whose values are units, or people: shown by name. */
const UNIT_COLUMNS = new Set(['unit_id', 'parent_id', 'successor_id'])
const PERSON_COLUMNS = new Set([
  'account_id',
  'person_id',
  'granted_by',
  'accepted_by',
  'invited_by',
  'created_by',
  'removed_by',
  'checked_by',
])
/** Numbers of rows: the log keeps them, a person has no use for them. */
const UNSHOWN = new Set(['id', 'unit_id'])
const LONGEST = 300

/** The changes of a line, field by field, in words. */
export function wordChanges(locale: Locale, entry: Wordable, names: Names): WordedChange[] {
  const fields = new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})])
  return [...fields]
    .filter(field => !UNSHOWN.has(field))
    .map(field => ({
      field,
      label: fieldName(locale, entry.subject, field),
      before: wordValue(locale, entry.subject, field, entry.before?.[field], names),
      after: wordValue(locale, entry.subject, field, entry.after?.[field], names),
    }))
    .filter(({ before, after }) => before !== null || after !== null)
}

/** What was done: the name of the act, or «изменено» with what it was done to. */
export function wordAction(locale: Locale, { action, subject }: Wordable): string {
  return say(locale, knownOr(locale, `audit.action.${action}`, 'audit.action.changed'), {
    subject: subjectName(locale, subject),
  })
}

/** The whole line as one sentence. */
export function wordSentence(locale: Locale, action: string, changes: readonly WordedChange[]): string {
  const worded = changes.map(({ label, before, after }) => {
    const kind = kindOf(before, after)
    return say(locale, `audit.change.${kind}`, { label, before: before ?? '', after: after ?? '' })
  })
  return worded.length === 0 ? `${action}.` : `${action}: ${worded.join('; ')}.`
}

/** A value that may not be shown reads the same before and after; the line then says only that it changed. */
function kindOf(before: string | null, after: string | null): 'set' | 'cleared' | 'unshown' | 'both' {
  if (before === null) return 'set'
  if (after === null) return 'cleared'
  return before === after ? 'unshown' : 'both'
}

export function subjectName(locale: Locale, subject: string): string {
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
  if (Array.isArray(value)) return value.length === 0 ? null : cut(value.map(String).join(', '))
  if (typeof value === 'object') return cut(JSON.stringify(value))
  const text = String(value)
  const word = `audit.value.${subject}.${field}.${text}`
  if (hasMessage(locale, word)) return say(locale, word)
  if (field === 'role' && hasMessage(locale, `role.${text}`)) return say(locale, `role.${text}`)
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
    units: pairs.filter(([field]) => UNIT_COLUMNS.has(field)).map(([, value]) => Number(value)),
    people: pairs.filter(([field]) => PERSON_COLUMNS.has(field)).map(([, value]) => String(value)),
  }
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`
}

function knownOr(locale: Locale, id: string, otherwise: string): string {
  return hasMessage(locale, id) ? id : otherwise
}
