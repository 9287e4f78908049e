import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderReportHtml } from '../../documents/report/index.ts'
import type { Screening } from '../screening/index.ts'
import { demoScreening } from '../screening/testing/demo-screening.ts'
import { chooseUnits } from './choose-units.ts'
import { type PortraitContext, preparePortraits } from './context.ts'
import { fromScreening } from './from-screening.ts'
import { makePortrait } from './make-portrait.ts'
import { readReport, tableOf } from './testing/read-report.ts'
import { request } from './testing/small-run.ts'
import type { PortraitRequest } from './types.ts'
import { writePortraits } from './write-portraits.ts'

let screening: Screening
let context: PortraitContext
let folder: string
beforeAll(async () => {
  screening = await demoScreening()
  context = preparePortraits(fromScreening(screening, 'ru'))
  folder = await mkdtemp(join(tmpdir(), 'objektiv-portraits-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const draw = (asked: Partial<PortraitRequest>) => makePortrait(context, request(asked), 'ru')!
const plain = (cell: string) => Number(cell.replaceAll(/[ \u202F]/g, '').replace(',', '.'))

describe('portraits of a screened region', () => {
  it('say something true of every school: its works and means are those of the run', () => {
    for (const { school, distributions } of screening.schools) {
      const report = draw({ unit: school })
      expect(readReport(report)).not.toMatch(/NaN|undefined|Infinity|∞/)
      for (const [position, counts] of distributions) {
        const n = counts.reduce((sum, works) => sum + works, 0)
        const mean = counts.reduce((sum, works, score) => sum + works * score, 0) / n
        const [[, works, shown]] = tableOf(report, `results-${position}`)
        expect(plain(works)).toBe(n)
        expect(Math.abs(plain(shown) - mean)).toBeLessThan(0.00501)
      }
    }
  })

  it('show every sign of the run with a reply, and none besides', () => {
    const marked = screening.schools.filter(({ markers }) => markers.length > 0)
    expect(marked.length).toBeGreaterThan(5)
    for (const { school } of marked) {
      const signs = tableOf(draw({ unit: school }), 'signals')
      expect(signs.length).toBe(context.byLogin.get(school)!.signs.length)
      for (const row of signs) expect(row.at(-1)).toMatch(/\S/)
    }
    const quiet = context.run.schools.find(({ signs }) => signs.length === 0)!
    expect(readReport(draw({ unit: quiet.school.login }))).toContain('Признаков, требующих анализа, нет.')
  })

  it('add up: works of the municipalities and of the region are those of their schools', () => {
    const report = draw({ level: 'region', audience: 'territory' })
    for (const [position, { works, mean, schools }] of screening.sets.entries()) {
      const row = tableOf(report, 'results')[position]
      expect(row.slice(1, 4).map(plain)).toEqual([schools, works, Number(mean!.toFixed(2))])
    }
    for (const unit of [...context.municipalities.keys()].slice(0, 4))
      expect(readReport(draw({ level: 'municipality', unit, audience: 'territory' }))).not.toMatch(
        /NaN|undefined|∞/,
      )
  })

  it('speak of nobody’s works one by one to the public', () => {
    for (const { school } of context.run.schools.slice(0, 10)) {
      const report = draw({ unit: school.login, audience: 'public' })
      for (const { blocks } of report.sections)
        for (const block of blocks)
          if (block.kind === 'figure' && block.id.startsWith('distribution'))
            for (const row of tableOf(report, block.id)) expect(plain(row[2])).toBeGreaterThanOrEqual(10)
    }
  })
})

describe('portraits in a folder', () => {
  it('are what is made of the run, each named in a manifest with unit, rows and hash', async () => {
    const template = { version: '1', off: ['tasks'] as const }
    const { units } = chooseUnits(context, [context.run.schools[0].school.login, 'region'])
    const requests = units.map(unit => request({ ...unit, audience: 'territory', template }))
    const out = join(folder, 'out')
    const files = await writePortraits({
      ...{ context, requests, folder: out, locale: 'ru' },
      formats: ['html', 'xlsx'],
    })
    const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'))
    const { dataHash } = screening.run
    expect(manifest).toMatchObject({ run: { dataHash }, portraits: 2, date: '2026-11-22', files })
    expect((await readdir(out)).sort()).toEqual([...files.map(({ file }) => file), 'manifest.json'].sort())
    expect(files.map(({ unit }) => unit)).toEqual(
      units.flatMap(({ unit }) => [unit, unit]).map(unit => unit || context.run.region),
    )
    for (const { file, sha256, rows } of files) {
      const content = await readFile(join(out, file))
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
      expect(rows).toBeGreaterThan(20)
    }
    // Whichever thread made it, and whenever: the same run gives the same bytes.
    const pages = files.filter(({ file }) => file.endsWith('.html'))
    for (const [i, { file }] of pages.entries())
      expect(await readFile(join(out, file), 'utf8')).toBe(renderReportHtml(draw(requests[i])))
  })
})

describe('the words that choose units', () => {
  it('are logins in any spelling, names of municipalities, «region» and «all»', () => {
    const [name] = [...context.municipalities.keys()]
    const { login } = context.run.schools[0].school
    const chosen = (...words: string[]) => chooseUnits(context, words)
    expect(chosen(login.toUpperCase().replace('SCH', 'edu '), name.toUpperCase(), 'регион').units).toEqual([
      { level: 'school', unit: login },
      { level: 'municipality', unit: name },
      { level: 'region', unit: '' },
    ])
    expect(chosen('all', login).units).toHaveLength(
      1 + context.municipalities.size + context.run.schools.length,
    )
    expect(chosen('sch000000', 'Нет такого')).toEqual({ units: [], unknown: ['sch000000', 'Нет такого'] })
  })
})
