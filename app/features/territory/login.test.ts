import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseLogin } from './login.ts'

describe('parseLogin', () => {
  test.each([
    ['sch990001', 'sch990001', false],
    ['edu990001', 'edu990001', false],
    ['ksh990001', 'ksh990001', false],
    ['EDU990001', 'edu990001', true],
    [' sch 990001 ', 'sch990001', true],
    ['sch 990 001', 'sch990001', true],
    ['SCH_990001', 'sch990001', true],
    // Cyrillic с, е, к in place of the Latin letters drawn alike
    ['sсh990001', 'sch990001', true],
    ['еdu990001', 'edu990001', true],
    ['кsh990001', 'ksh990001', true],
    // full-width letters and figures
    ['ｓｃｈ９９０００１', 'sch990001', true],
    ['<ОО>(edu990001)', 'edu990001', false],
    ['<ОО>(edu990001) | Кол-во участников: 89', 'edu990001', false],
  ])('%s is %s', (text, canonical, respelled) => {
    expect(parseLogin(text)).toMatchObject({ key: '990001', region: '99', canonical, respelled })
  })

  test('takes the name after the bar', () => {
    expect(parseLogin('edu990001 | МБОУ «СОШ № 1»')?.name).toBe('МБОУ «СОШ № 1»')
    expect(parseLogin('"edu990001 | СОШ № 1"')?.name).toBe('СОШ № 1')
    expect(parseLogin('edu990001')?.name).toBeNull()
  })

  test.each([
    '',
    '990001',
    'sch99001',
    'sch9900012',
    'reg990001',
    'reg99_m012',
    'school990001',
    'СОШ № 990001',
    'борsch990001',
  ])('«%s» is no login', text => {
    expect(parseLogin(text)).toBeNull()
  })

  test('the spelling never changes the school', () => {
    const spelling = fc.record({
      prefix: fc.constantFrom('sch', 'edu', 'ksh', 'SCH', 'Edu', 'sсh'),
      digits: fc.integer({ min: 0, max: 999_999 }).map(n => String(n).padStart(6, '0')),
      between: fc.constantFrom('', ' ', '  ', '_', '-'),
      around: fc.constantFrom(['', ''], [' ', ' '], ['<ОО>(', ')'], ['"', ' | СОШ"']),
    })
    fc.assert(
      fc.property(spelling, ({ prefix, digits, between, around }) => {
        expect(parseLogin(around[0] + prefix + between + digits + around[1])?.key).toBe(digits)
      }),
    )
  })
})
