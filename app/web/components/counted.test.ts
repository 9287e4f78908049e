import { beforeAll, expect, it, vi } from 'vitest'
import { speak } from '../messages/say.ts'
import { counted } from './counted.ts'

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  await speak('ru')
})

it('sets thousands apart, and says nothing of what is not known yet', () => {
  expect(counted('Замечания', 26595)).toBe('Замечания (26\u202F595)')
  expect(counted('Принят', 0)).toBe('Принят (0)')
  expect(counted('Принят', undefined)).toBe('Принят')
})
