import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { request, smallRun, spread } from '../testing/small-run.ts'
import { type RenderTask, renderInThreads } from './render-threads.ts'

const folder = mkdtempSync(join(tmpdir(), 'objektiv-render-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const logins = ['sch990001', 'sch990002', 'sch990003', 'sch990004']
const nobody = { schools: new Map(), territories: null }
const work = {
  run: smallRun(
    [{ maxScore: 10 }],
    logins.map(login => ({ login, scores: { 0: spread(20, 6) } })),
  ),
  replies: { school: nobody, territory: nobody },
  ...({ locale: 'ru', folder } as const),
}
const task = (login: string, unit: number): RenderTask => ({
  ...{ unit, request: request({ unit: login }), formats: ['html'] },
})

it('a thread that dies ends the work with what it died of; what was made stands, and the rest is made by the next', async () => {
  const made: number[] = []
  // Somebody whom the run does not know: the thread that meets it dies.
  const tasks = [
    task(logins[0], 0),
    task('sch000000', 1),
    ...logins.slice(1).map((one, i) => task(one, i + 2)),
  ]
  const note = async ({ unit }: { unit: number }) => {
    made.push(unit)
  }
  await expect(renderInThreads(work, tasks, new AbortController().signal, note)).rejects.toThrow('sch000000')
  expect(made).not.toContain(1)
  const kept = readdirSync(folder)
  expect(kept.filter(name => name.endsWith('.part'))).toEqual([])
  expect(kept).toHaveLength(made.length)

  const rest = tasks.filter(({ unit }) => unit !== 1 && !made.includes(unit))
  await renderInThreads(work, rest, new AbortController().signal, note)
  expect(made.toSorted()).toEqual([0, 2, 3, 4])
  expect(readdirSync(folder)).toHaveLength(4)
})

it('called off at the last moment it ends with the reason, once what was under way is whole', async () => {
  const off = new AbortController()
  const made: number[] = []
  const asked = logins.map(task)
  const ended = renderInThreads(work, asked, off.signal, async ({ unit }) => {
    made.push(unit)
    if (made.length === asked.length - 1) off.abort('cancelled')
  })
  await expect(ended).rejects.toBe('cancelled')
  expect(made.length).toBeGreaterThanOrEqual(asked.length - 1)
  expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
})
