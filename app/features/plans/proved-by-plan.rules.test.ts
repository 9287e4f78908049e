import { expect, it } from 'vitest'
import { isProvedByPlan } from './proved-by-plan.rules.ts'

it.each([
  'Утверждённый план муниципалитета',
  'Муниципальная «дорожная карта»',
  'План мероприятий («дорожная карта») по повышению объективности',
  'Принятые муниципальные дорожные карты',
  'План ОМСУ',
])('%s is a plan that the municipality approves', expectedResult => {
  expect(isProvedByPlan({ level: 'municipality', expectedResult }, 'region')).toBe(true)
})

it.each([
  'Приказ об утверждении плана',
  'План-график наблюдений',
  'План урока',
  'Планшет для наблюдателя',
  'План заседаний комиссии',
  'Справка',
])('%s is a document like others', expectedResult => {
  expect(isProvedByPlan({ level: 'municipality', expectedResult }, 'region')).toBe(false)
})

it('is asked of those below only, and where it is said of whom', () => {
  const asked = { expectedResult: 'Утверждённый план школы' }
  expect(isProvedByPlan({ ...asked, level: 'school' }, 'municipality')).toBe(true)
  expect(isProvedByPlan({ ...asked, level: 'school' }, 'school')).toBe(false)
  expect(isProvedByPlan({ ...asked, level: null }, 'region')).toBe(false)
  expect(isProvedByPlan({ level: 'school', expectedResult: null }, 'region')).toBe(false)
})
