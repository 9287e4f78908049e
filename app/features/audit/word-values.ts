import { hasMessage, type Locale, say } from '../../messages/format.ts'

/** Catalogues in which another room keeps words for codes that stand in a column; tried in this order. */
const WORDS_OF: Readonly<Record<string, readonly string[]>> = {
  role: ['role.*'],
  grant_role: ['role.*'],
  read_access: ['right.*'],
  rights: ['right.*'],
  levels: ['audit.value.unit.kind.*'],
  locale: ['audit.value.person.locale.*'],
  channels: ['method.*.title', 'channel.*.title'],
  section: ['portrait.section.*'],
  switched_off: ['portrait.section.*'],
  // A cause is named by the id of its sentence.
  causes: ['*'],
  format: ['audit.value.any.format.*'],
  formats: ['audit.value.any.format.*'],
  action: ['audit.action.*'],
  'setting.value': ['role.*'],
  'stored_file.subject': ['audit.subject.*'],
  'audit.subject': ['audit.subject.*'],
  'job.kind': ['job.*'],
}

/** Words for a value that a column keeps as a code; null where it is none. */
export function wordCode(locale: Locale, subject: string, field: string, value: unknown): string | null {
  if (typeof value !== 'string') return null
  const own = `audit.value.${subject}.${field}.${value}`
  const others = (WORDS_OF[`${subject}.${field}`] ?? WORDS_OF[field] ?? []).map(id => id.replace('*', value))
  const id = [own, ...others].find(known => hasMessage(locale, known))
  return id === undefined ? null : say(locale, id, { kind: '' })
}
