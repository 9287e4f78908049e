import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueDigest, wallClock } from './digest-rules.ts'

const ZONES = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Asia/Yekaterinburg',
  'Asia/Kamchatka',
  'UTC',
  'Europe/Berlin',
]

describe('the digest of the day', () => {
  it.each([
    // 08:00 in Moscow is 07:00 in Kaliningrad and 17:00 in Kamchatka.
    ['2026-11-22T05:00:00Z', 'Europe/Moscow', '2026-11-22'],
    ['2026-11-22T05:00:00Z', 'Europe/Kaliningrad', null],
    ['2026-11-22T05:00:00Z', 'Asia/Kamchatka', '2026-11-22'],
    // It is tomorrow in Kamchatka while it is still today in Moscow.
    ['2026-11-22T20:30:00Z', 'Asia/Kamchatka', '2026-11-23'],
    ['2026-11-22T20:30:00Z', 'Europe/Moscow', null],
    ['2026-11-22T18:59:00Z', 'Europe/Moscow', '2026-11-22'],
    ['2026-11-22T19:00:00Z', 'Europe/Moscow', null],
  ])('at %s in %s: %s', (now, zone, date) => {
    expect(dueDigest(new Date(now), zone)?.date ?? null).toBe(date)
  })

  it('holds the same notices whenever in the day it is made', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 14 * 60 }),
        (now, zone, minutes) => {
          const early = dueDigest(now, zone)
          const late = dueDigest(new Date(now.getTime() + minutes * 60_000), zone)
          if (early && late && early.date === late.date) expect(late).toEqual(early)
          // Nothing that is still to come is in it.
          if (early) expect(early.before <= wallClock(now, zone)).toBe(true)
        },
      ),
    )
  })
})
