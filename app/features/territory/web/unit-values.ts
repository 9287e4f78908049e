import type { Request } from '../../../web/client/contract-types.ts'
import type { UnitPage } from '../../../web/components/unit-words.ts'

const ALL = [
  'shortName',
  'login',
  'code',
  'schoolKind',
  'locality',
  'ogeCode',
  'egeCode',
  'tags',
  'validFrom',
] as const

export type UnitField = (typeof ALL)[number]
/** What stands in the fields, as typed; tags are parted by commas. */
export type UnitValues = Record<UnitField, string> & { reason: string }

/** Fields that make sense for a kind of unit. */
export function fieldsFor(kind: UnitPage['kind']): readonly UnitField[] {
  if (kind === 'school') return ALL.filter(name => name !== 'code')
  if (kind === 'class') return ['tags', 'validFrom']
  return ['shortName', 'code', 'tags', 'validFrom']
}

export function fieldsOf(unit: UnitPage): UnitValues {
  const values = ALL.map(name => [name, name === 'tags' ? unit.tags.join(', ') : (unit[name] ?? '')])
  return { ...(Object.fromEntries(values) as Record<UnitField, string>), reason: '' }
}

/** Only what differs from what was read is sent, so that the log names what was changed and nothing else. */
export function toBody(
  values: UnitValues,
  base: UnitPage,
): Omit<Request<'PATCH /api/units/:id'>['body'], 'version'> {
  const before = fieldsOf(base)
  const changed = ALL.filter(name => values[name].trim() !== before[name])
  const body = changed.map(name => [
    name,
    name === 'tags' ? splitTags(values.tags) : values[name].trim() || null,
  ])
  return { ...Object.fromEntries(body), ...(values.reason.trim() ? { reason: values.reason.trim() } : {}) }
}

export function splitTags(text: string): string[] {
  return [...new Set(text.split(',').map(tag => tag.trim()))].filter(Boolean)
}
