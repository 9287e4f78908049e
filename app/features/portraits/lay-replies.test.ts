import { expect, it } from 'vitest'
import type { Tx } from '../../platform/database/index.ts'
import { readReplies } from './lay-replies.ts'
import type { PortraitsService } from './service.ts'

it('tells the years in which a list does not name the school, too', async () => {
  const years = new Map([
    [2019, ['4 РУ']],
    [2022, []],
  ])
  const service = {
    signsOfUnits: async () => [],
    federalYearsOf: async () => new Map([[7, years]]),
    measuresOfUnits: async () => [],
    clock: () => new Date('2026-11-22T09:00:00Z'),
  } as unknown as PortraitsService
  const asked = { runId: 1, locale: 'ru', audience: 'school', stood: null } as const
  const { schools } = await readReplies(undefined as unknown as Tx, service, asked, {
    schools: [['sch990001', 7]],
    territories: [],
  })
  expect(schools.get('sch990001')?.federal).toEqual([
    { year: 2019, markers: ['4 РУ'] },
    { year: 2022, markers: [] },
  ])
})
