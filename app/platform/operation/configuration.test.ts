import { describe, expect, it } from 'vitest'
import { hasMessage, say } from '../../messages/format.ts'
import type { ProblemError } from '../problem.ts'
import { readConfiguration } from './configuration.ts'

const refused = (environment: Record<string, string>) => {
  try {
    readConfiguration(environment)
  } catch (error) {
    return (error as ProblemError).problems
  }
  return []
}

describe('the configuration', () => {
  it('is empty where nothing is set, or set to nothing', () => {
    expect(readConfiguration({ PATH: '/bin', DATABASE_URL: '' })).toEqual({ trustProxy: false })
  })

  it('is read whole', () => {
    expect(
      readConfiguration({
        DATABASE_URL: 'postgres://o:p@db/objektiv',
        OBJEKTIV_URL: 'https://objektiv.region.ru/',
        OBJEKTIV_TRUST_PROXY: 'yes',
        OBJEKTIV_TIME_ZONE: 'Asia/Yekaterinburg',
        OBJEKTIV_SMTP_URL: 'smtps://u:p@mail.region.ru',
        OBJEKTIV_MAIL_FROM: 'objektiv@region.ru',
        OBJEKTIV_OIDC_ISSUER: 'https://sso.region.ru/',
        OBJEKTIV_OIDC_CLIENT_ID: 'objektiv',
        OBJEKTIV_OIDC_CLIENT_SECRET: 's',
      }),
    ).toEqual({
      databaseUrl: 'postgres://o:p@db/objektiv',
      publicUrl: 'https://objektiv.region.ru',
      trustProxy: true,
      timeZone: 'Asia/Yekaterinburg',
      mail: { url: 'smtps://u:p@mail.region.ru', from: 'objektiv@region.ru' },
      oidc: {
        issuer: 'https://sso.region.ru',
        clientId: 'objektiv',
        clientSecret: 's',
        label: 'sso.region.ru',
        secondFactor: false,
      },
    })
  })

  it('tells everything that is wrong at once, in words, and no secret', () => {
    const problems = refused({
      DATABASE_URL: 'mysql://root:тайна@db',
      OBJEKTIV_TRUST_PROXY: 'maybe',
      OBJEKTIV_TIME_ZONE: 'Mars',
      OBJEKTIV_SMTP_URL: 'smtp://mail',
      OBJEKTIV_TRUST_PROXI: 'yes',
    })
    expect(problems.map(({ code, params }) => [code, params?.name])).toEqual([
      ['configuration-value', 'DATABASE_URL'],
      ['configuration-value', 'OBJEKTIV_TRUST_PROXY'],
      ['configuration-value', 'OBJEKTIV_TIME_ZONE'],
      ['configuration-together', 'OBJEKTIV_SMTP_URL'],
      ['configuration-unknown', 'OBJEKTIV_TRUST_PROXI'],
    ])
    const text = problems.map(({ code, params }) => say('ru', `problem.${code}`, params)).join('\n')
    expect(text).not.toContain('тайна')
    expect(text).toContain('maybe')
    for (const { code } of problems) expect(hasMessage('en', `problem.${code}.advice`)).toBe(true)
  })
})
