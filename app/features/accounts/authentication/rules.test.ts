import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../../../platform/local-date.ts'
import { browserOf, describeBrowser } from './browser.ts'
import { countAttempt, delayAfter, LOCK_RULES, secondsLocked } from './lock-rules.ts'
import { checkPassword } from './password-rules.ts'
import { hashToken, makeToken, readSigned, sign } from './secret-token.ts'
import { IDLE_HOURS, isOver } from './session-rules.ts'

const codes = (password: string, about: string[] = []) =>
  checkPassword(password, about).map(({ code }) => code)

describe('a password', () => {
  it.each([
    'четыре нежданных верблюда',
    'correct horse battery',
    'Тёплый-вагон-42-лампа',
    'jumpy otter under glass',
    'uH7$kq!xWz02mB',
  ])('«%s» is good', password => expect(codes(password, ['ivanova@example.org', 'Анна Иванова'])).toEqual([]))

  it.each([
    'password1234',
    'Password2026!',
    'p4ssw0rdp4ssw0rd',
    'qwertyuiop123',
    'йцукенгшщзхъ',
    'парольпароль',
    'Пароль20262027',
    'ghbdtnghbdtn',
    'aaaaaaaaaaaaa',
    'abcdefghijklmnop',
    '1234567890123',
    'школашкола2026',
    'москвароссия1',
    'adminadmin123',
  ])('«%s» is guessed', password => expect(codes(password)).toEqual(['password-common']))

  it('is not the name or the e-mail', () => {
    expect(codes('ivanova-ivanova', ['ivanova@example.org'])).toEqual(['password-personal'])
    expect(codes('АннаИванова2026', ['Анна Иванова'])).toEqual(['password-personal'])
    expect(codes('Иванова любит синих китов', ['Анна Иванова'])).toEqual([])
  })

  it('is long enough, counted in characters as people see them', () => {
    expect(codes('короткий')).toEqual(['password-short'])
    expect(codes('я'.repeat(300))).toEqual(['password-long'])
  })

  it('of random letters is always good', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'bdfhkmqtvwzжщюэгпл'),
      minLength: 16,
      maxLength: 40,
    })
    const mixed = letters.filter(text => new Set(text).size > 8)
    fc.assert(
      fc.property(mixed, text => {
        expect(codes(text)).toEqual([])
      }),
    )
  })
})

describe('a locked door', () => {
  const start = new Date('2026-11-22T09:00:00Z')
  const kinds = fc.constantFrom(...(Object.keys(LOCK_RULES) as (keyof typeof LOCK_RULES)[]))

  it('makes each further failure wait no less, and never longer than said', () => {
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1, max: 10_000 }), (kind, failures) => {
        const rule = LOCK_RULES[kind]
        expect(delayAfter(rule, failures + 1)).toBeGreaterThanOrEqual(delayAfter(rule, failures))
        expect(delayAfter(rule, failures)).toBeLessThanOrEqual(rule.longest)
      }),
    )
  })

  it('lets a tireless guesser try at most a hundred or so passwords a day', () => {
    let attempts = null
    let tried = 0
    for (let second = 0; second < 24 * 3600; second++) {
      const now = new Date(start.getTime() + second * 1000)
      if (secondsLocked(attempts, now) > 0) continue
      attempts = countAttempt(LOCK_RULES.account, attempts, now)
      tried++
    }
    expect(tried).toBeLessThan(110)
  })

  it('forgets after a day of quiet', () => {
    const many = { failures: 40, lastAt: start, lockedUntil: null }
    const later = new Date(start.getTime() + 25 * 3600 * 1000)
    expect(countAttempt(LOCK_RULES.account, many, later)).toMatchObject({ failures: 1, lockedUntil: null })
  })
})

describe('a browser', () => {
  const firefox = (version: string) =>
    `Mozilla/5.0 (X11; Linux x86_64; rv:${version}) Gecko/20100101 Firefox/${version}`
  it('is the same after an update, and another when it is another', () => {
    expect(browserOf(firefox('140.0'))).toBe(browserOf(firefox('141.0.2')))
    expect(browserOf(firefox('140.0'))).not.toBe(
      browserOf('Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36'),
    )
    expect(browserOf(firefox('140.0'))).not.toBe(browserOf(undefined))
  })

  it('is named in words', () => {
    expect(describeBrowser(firefox('140.0'))).toBe('Firefox, Linux')
    expect(describeBrowser('Mozilla/5.0 (Windows NT 10.0) Chrome/140 YaBrowser/25 Safari/537')).toBe(
      'Яндекс Браузер, Windows',
    )
    expect(describeBrowser('curl/8.0')).toBe('curl')
    expect(describeBrowser(null)).toBe('—')
  })
})

describe('a signed value', () => {
  it('is read back, and nothing else is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, other) => {
        const signed = sign(value, 'secret')
        expect(readSigned(signed, 'secret')).toBe(value === '' ? null : value)
        expect(readSigned(signed, 'secret2')).toBeNull()
        if (other !== signed) expect(readSigned(other, 'secret')).toBeNull()
      }),
    )
  })

  it('tokens are never alike and only their hash is needed', () => {
    const { token, hash } = makeToken('objektiv_')
    expect(token).toMatch(/^objektiv_[\w-]{43}$/)
    expect(hashToken(token)).toBe(hash)
    expect(makeToken().token).not.toBe(makeToken().token)
  })
})

describe('a session', () => {
  const now = new Date('2026-11-22T09:00:00Z')
  const hours = (n: number) => new Date(now.getTime() + n * 3600 * 1000)
  it('ends by its own time and by quiet', () => {
    expect(isOver({ expiresAt: hours(1), lastSeenAt: hours(-1) }, now)).toBe(false)
    expect(isOver({ expiresAt: hours(0), lastSeenAt: now }, now)).toBe(true)
    expect(isOver({ expiresAt: hours(1), lastSeenAt: hours(-IDLE_HOURS - 1) }, now)).toBe(true)
  })

  it('the local date is that of the region', () => {
    const lateEvening = new Date('2026-12-31T21:30:00Z')
    expect(localDate(lateEvening, 'UTC')).toBe('2026-12-31')
    expect(localDate(lateEvening, 'Asia/Yekaterinburg')).toBe('2027-01-01')
  })
})
