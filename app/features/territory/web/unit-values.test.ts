import { describe, expect, it } from 'vitest'
import type { UnitPage } from '../../../web/components/unit-words.ts'
import { fieldsOf, splitTags, toBody } from './unit-values.ts'

const school = {
  kind: 'school',
  name: 'Лицей № 3',
  shortName: null,
  login: 'edu990003',
  code: null,
  schoolKind: 'Лицей',
  locality: 'Город',
  ogeCode: '1203',
  egeCode: null,
  tags: ['контроль объективности'],
  validFrom: null,
} as unknown as UnitPage

describe('the fields of a unit', () => {
  it('send nothing when nothing was changed, so that the log stays true', () => {
    expect(toBody(fieldsOf(school), school)).toEqual({})
  })

  it('send an emptied field as null and leave the others out', () => {
    expect(toBody({ ...fieldsOf(school), ogeCode: '  ', reason: ' письмо ' }, school)).toEqual({
      ogeCode: null,
      reason: 'письмо',
    })
  })

  it('part tags by commas, once each', () => {
    expect(splitTags(' новая, контроль ,, новая ')).toEqual(['новая', 'контроль'])
    expect(toBody({ ...fieldsOf(school), tags: '' }, school)).toEqual({ tags: [] })
  })
})
