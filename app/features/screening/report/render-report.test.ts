import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { generateRegion, writeRegion } from '../../demo/index.ts'
import { screenFiles } from '../testing/screen-files.ts'
import type { Screening } from '../types.ts'
import { renderReport } from './render-report.ts'

describe('report', () => {
  let screening: Screening
  let page: string

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'objektiv-report-'))
    screening = await screenFiles(await writeRegion(generateRegion({ seed: 3, schools: 60 }), folder))
    await rm(folder, { recursive: true, force: true })
    page = renderReport(screening, 'ru')
  })

  it('states the run before anything else', () => {
    expect(page.indexOf(screening.run.dataHash)).toBeGreaterThan(0)
    expect(page.indexOf(screening.run.dataHash)).toBeLessThan(page.indexOf('id="index"'))
  })

  it('has a section for every marked school and a link to each', () => {
    const marked = screening.schools.filter(({ markers }) => markers.length > 0)
    expect(marked.length).toBeGreaterThan(5)
    for (const { school } of marked) {
      expect(page).toContain(`<section class="school" id="school-${school}"`)
      expect(page).toContain(`href="#school-${school}"`)
    }
    expect(page.match(/<section class="school"/g)).toHaveLength(marked.length)
  })

  it('draws every marked marker, with innocent causes and what would decide', () => {
    const marks = screening.markers.filter(({ marked }) => marked).length
    expect(page.match(/<div class="finding">/g)).toHaveLength(marks)
    const figures = page.split('<div class="finding">').slice(1)
    expect(figures.filter(finding => !finding.slice(0, 60).includes('<figure>'))).toEqual([])
    const kinds = screening.schools.reduce((sum, { markers }) => sum + markers.length, 0)
    expect(page.match(/Безобидные причины, которые могут подойти/g)).toHaveLength(kinds)
    expect(page.match(/Что сняло бы вопрос/g)).toHaveLength(kinds)
  })

  it('has unique ids, and every reference leads somewhere', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const known = new Set(ids)
    const wanted = [
      ...[...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id),
      ...[...page.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, list]) => list.split(' ')),
    ]
    expect(wanted.filter(id => !known.has(id))).toEqual([])
  })

  it('prints no value that does not exist', () => {
    expect(page).not.toMatch(/NaN|Infinity|undefined|\[object/)
  })

  it('is the same page for the same screening, and speaks English too', () => {
    expect(renderReport(screening, 'ru')).toBe(page)
    expect(renderReport(screening, 'en')).toContain('Schools worth asking')
  })

  it('escapes what a registry or a file has written', () => {
    const school = {
      ...screening.schools[0],
      name: '<script>alert(1)</script>',
      markers: [{ marker: 'high-mean' as const, sets: 1 }],
    }
    const hostile = {
      ...screening,
      region: '"><img src=x>',
      schools: [school, ...screening.schools.slice(1)],
    }
    expect(renderReport(hostile, 'ru')).not.toMatch(/<script|<img/)
  })
})
