import { expect, it } from 'vitest'
import { preparePortraits } from './context.ts'
import { makePortrait } from './make-portrait.ts'
import { readReport } from './testing/read-report.ts'
import { request, smallRun } from './testing/small-run.ts'
import type { SectionId } from './types.ts'

it('a funnel marks schools only where the list of schools says how their replies stand', () => {
  const scores = Array.from({ length: 20 }, (_, i) => 4 + (i % 3))
  const schools = ['sch990001', 'sch990002', 'sch990003', 'sch990004'].map(login => ({
    ...{ login, municipality: 'Лесной район', scores: { 0: scores } },
  }))
  const run = smallRun([{ maxScore: 10 }], schools)
  const marked = {
    ...run,
    schools: run.schools.map(one => ({
      ...one,
      rows: one.rows.map(row => ({
        ...row,
        marked: true,
        // Of the last school the method marks something else than its mean: a funnel of means shows nothing of that.
        markers: row.markers.map(marker => ({ ...marker, marked: row.login !== 'sch990004' })),
      })),
    })),
  }
  const report = (off: readonly SectionId[]) =>
    makePortrait(
      preparePortraits(marked),
      request({
        level: 'municipality',
        unit: 'Лесной район',
        audience: 'territory',
        template: { version: '1', off },
      }),
      'ru',
    )!
  const words = (off: readonly SectionId[]) => readReport(report(off)).replaceAll('\u00a0', ' ')
  expect(words([])).toMatch(/Ромбы — школы, отмеченные по формуле методики 2019 года: 3/)
  expect(words(['schools'])).not.toMatch(/Ромбы|отмеченные/)
  expect(JSON.stringify(report(['schools']))).not.toMatch(/<title>sch99/)
})
