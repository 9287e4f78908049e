import { beforeAll, describe, expect, it } from 'vitest'
import { demoScreening } from '../testing/demo-screening.ts'
import type { Screening } from '../types.ts'
import { renderReport } from './render-report.ts'

describe('report', () => {
  let screening: Screening
  let page: string

  beforeAll(async () => {
    screening = await demoScreening()
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
    expect(page.match(/<section class="school" id="school-/g)).toHaveLength(marked.length)
  })

  it('keeps our own signals apart: every flagged school with its readings, causes and works to re-mark', () => {
    const flagged = screening.detection!.schools.filter(school => school.flagged)
    expect(flagged.length).toBeGreaterThan(0)
    for (const { school } of flagged) expect(page).toContain(`<section class="school" id="degree-${school}"`)
    expect(page.match(/<section class="school" id="degree-/g)).toHaveLength(flagged.length)
    const own = page.slice(page.indexOf('id="detection"'), page.indexOf('<section id="schools"'))
    expect(own).toContain('Что проверить')
    expect(own).not.toContain('class="finding"')
    const explained = own.match(/<div class="finding own">/g)!.length
    expect(explained).toBeGreaterThanOrEqual(flagged.length)
    expect(own.match(/<svg/g)).toHaveLength(explained)
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

  it('shows what stands behind the descriptive values', () => {
    const school = screening.schools.find(({ markers }) => markers.length > 0)!
    const start = page.indexOf(`<section class="school" id="school-${school.school}"`)
    const section = page.slice(start, page.indexOf('</section>', start))
    const own = screening.markers.filter(one => one.school === school.school && one.n > 0)
    const gap = own.find(({ marker }) => marker === 'journal-gap')!
    const { lowered, confirmed, raised, far } = gap.details as Record<string, number>
    expect(section).toContain(
      `понизили ${lowered}, подтвердили ${confirmed}, повысили ${raised}; |Δ| ≥ 2: ${far}; κ `,
    )
    const bunching = own.find(({ marker }) => marker === 'boundary-bunching')!
    const [edge] = (
      bunching.details.boundaries as { mark: number; below: number; at: number; p: number }[]
    ).filter(({ p }) => p !== null)
    expect(section).toContain(`«${edge.mark}»: ${edge.below} → ${edge.at} (p `)
    expect(page.match(/Согласие с журналом/g)).toHaveLength(
      screening.sets.filter(({ journal }) => journal !== null).length,
    )
  })

  it('draws a profile of tasks where p is small, and only there', () => {
    const asked = new Set(
      screening.schools.flatMap(({ school, markers }) => (markers.length > 0 ? [school] : [])),
    )
    const drawn = screening.markers.filter(
      ({ marker, school, p }) => marker === 'task-inversion' && asked.has(school) && p !== null && p < 0.05,
    )
    expect(drawn.length).toBeGreaterThan(0)
    expect(page.match(/<b>Задания от лёгких к трудным: школа минус регион/g)).toHaveLength(drawn.length)
  })

  it('never prints a probability as zero, nor p twice in two ways', () => {
    expect(screening.markers.some(({ p }) => p !== null && p < 0.0005)).toBe(true)
    expect(page).toContain('<td class="number">&lt;\u00A00,001</td>')
    expect(page).not.toMatch(/p (= )?0,000/)
  })

  it('counts in its first lines only schools with one of the 14 signs', () => {
    const [first] = screening.markers.filter(({ marked, official }) => marked && official)
    const outside = {
      ...first,
      school: screening.schools.find(({ markers }) => markers.length === 0)!.school,
      official: false,
    }
    const schools = screening.schools.map(one =>
      one.school === outside.school ? { ...one, markers: [{ marker: outside.marker, sets: 1 }] } : one,
    )
    const wider = renderReport({ ...screening, schools, markers: [...screening.markers, outside] }, 'ru')
    const lead = (text: string) => /<p class="lead">(.*?)<\/p>/.exec(text)![1]
    expect(lead(wider)).toBe(lead(page))
    expect(wider).toContain('У 1 школы признак посчитан по формуле методики, но в её 14 признаков не входит')
    expect(page).not.toContain('в её 14 признаков не входит')
  })

  it('calls a school missing from the registry only where its findings do', () => {
    expect(page).not.toContain('Школы нет в реестре')
    const { markers, schools } = screening
    const [asked] = schools.filter(({ markers }) => markers.length > 0)
    const bare = schools.map(one => ({ ...one, registered: false }))
    expect(renderReport({ ...screening, schools: bare }, 'ru')).not.toContain('Школы нет в реестре')
    const noted = markers.map(one =>
      one.school === asked.school ? { ...one, notes: [{ id: 'note.unregistered', params: {} }] } : one,
    )
    expect(renderReport({ ...screening, schools: bare, markers: noted }, 'ru')).toContain(
      ' · Школы нет в реестре',
    )
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
