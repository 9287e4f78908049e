import { beforeAll, describe, expect, it, vi } from 'vitest'
import { speak } from '../messages/say.ts'
import { dateInWords, daysUntil, termInWords } from './dates.tsx'

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  await speak('ru')
})

describe('dates in words', () => {
  it('are the day that was written, in every time zone', () => {
    expect(dateInWords('2021-03-12')).toBe('12 марта 2021\u00A0г.')
  })

  it('are in English as in Russian: the day first', async () => {
    await speak('en')
    expect(dateInWords('2021-03-12')).toBe('12 March 2021')
    await speak('ru')
  })

  it('count days by the calendar of the reader, not by hours', () => {
    const lateEvening = new Date(2021, 2, 11, 23, 59)
    expect(daysUntil('2021-03-12', lateEvening)).toBe(1)
    expect(daysUntil('2021-03-09', lateEvening)).toBe(-2)
  })

  it.each([
    [0, 'сегодня'],
    [1, 'через 1 день'],
    [3, 'через 3 дня'],
    [11, 'через 11 дней'],
    [-2, 'просрочено на 2 дня'],
    [-21, 'просрочено на 21 день'],
  ])('say %i days as «%s»', (days, words) => {
    expect(termInWords(days)).toBe(words)
  })
})
