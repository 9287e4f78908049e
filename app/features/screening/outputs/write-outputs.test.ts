import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ProblemError } from '../../../platform/problem.ts'
import { demoScreening } from '../testing/demo-screening.ts'
import type { Screening } from '../types.ts'
import { writeOutputs } from './write-outputs.ts'

describe('the outputs of a screening', () => {
  let folder: string
  let screening: Screening
  beforeAll(async () => {
    screening = await demoScreening()
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'objektiv-outputs-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const page = () => '<!doctype html>'
  const failing = () => {
    throw new Error('no page')
  }

  it('are three files in a folder that need not exist, and nothing else', async () => {
    const out = join(folder, 'new', 'report')
    const paths = await writeOutputs(screening, out, 'ru', page)
    expect((await readdir(out)).sort()).toEqual(['report.html', 'signals.json', 'signals.xlsx'])
    expect(await readFile(paths.report, 'utf8')).toBe('<!doctype html>')
    expect(JSON.parse(await readFile(paths.json, 'utf8')).sets).toHaveLength(screening.sets.length)
    expect((await readFile(paths.signals)).subarray(0, 2).toString()).toBe('PK')
  })

  it('replace earlier ones', async () => {
    await writeFile(join(folder, 'report.html'), 'earlier')
    await writeOutputs(screening, folder, 'ru', page)
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe('<!doctype html>')
  })

  it('leave earlier ones untouched and nothing half-written when one of them fails', async () => {
    await writeFile(join(folder, 'signals.json'), 'earlier')
    await expect(writeOutputs(screening, folder, 'ru', failing)).rejects.toThrow('no page')
    const notFinite = { ...screening, index: [{ ...screening.index[0], index: Number.NaN }] }
    await expect(writeOutputs(notFinite, folder, 'ru', page)).rejects.toThrow(RangeError)
    expect(await readdir(folder)).toEqual(['signals.json'])
    expect(await readFile(join(folder, 'signals.json'), 'utf8')).toBe('earlier')
  })

  it('leave no empty folder behind', async () => {
    await expect(writeOutputs(screening, join(folder, 'new'), 'ru', failing)).rejects.toThrow('no page')
    expect(await readdir(folder)).toEqual([])
  })

  it('are refused with a reason where the folder is a file', async () => {
    const file = join(folder, 'file')
    await writeFile(file, 'mine')
    await expect(writeOutputs(screening, file, 'ru', page)).rejects.toEqual(problem(file, 'EEXIST'))
    const below = join(file, 'out')
    await expect(writeOutputs(screening, below, 'ru', page)).rejects.toEqual(problem(below, 'ENOTDIR'))
    expect(await readFile(file, 'utf8')).toBe('mine')
  })

  it('are refused before anything is replaced where a folder bears the name of an output', async () => {
    await mkdir(join(folder, 'signals.json'))
    await writeFile(join(folder, 'report.html'), 'earlier')
    await expect(writeOutputs(screening, folder, 'ru', page)).rejects.toEqual(problem(folder, 'EISDIR'))
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe('earlier')
    expect((await readdir(folder)).sort()).toEqual(['report.html', 'signals.json'])
  })
})

function problem(file: string, reason: string) {
  return new ProblemError({ code: 'out-not-writable', params: { reason }, place: { file } })
}
