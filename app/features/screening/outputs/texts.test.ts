import { readdir, readFile } from 'node:fs/promises'
import type { Noise } from '@objektiv/forensics'
import { expect, it } from 'vitest'
import { hasMessage } from '../../../messages/format.ts'

it('every note that a screening can carry has its text in both languages', async () => {
  const sources = [
    new URL('../', import.meta.url),
    new URL('../../../../packages/forensics/src/', import.meta.url),
  ]
  const ids = new Set<string>()
  for (const source of sources) {
    const files = (await readdir(source, { recursive: true })).filter(file => /(?<!test)\.ts$/.test(file))
    for (const file of files) {
      const text = await readFile(new URL(file, source), 'utf8')
      for (const [, id] of text.matchAll(/'((?:note|run-note)\.[a-z0-9-]+)'/g)) ids.add(id)
    }
  }
  for (const need of ['journal', 'scale', 'tasks']) ids.add(`set-note.no-${need}`)
  expect(ids.size).toBeGreaterThan(12)
  expect([...ids].filter(id => !hasMessage('ru', id) || !hasMessage('en', id))).toEqual([])
})

it('every way of learning the ordinary spread, and every reason against it, has its words', () => {
  const sources = { controlled: 1, bulk: 1, model: 1 } satisfies Record<Noise['source'], 1>
  const reasons = {
    'few-groups': 1,
    'no-variation': 1,
    'many-equal': 1,
    majority: 1,
    'reference-lost': 1,
  } satisfies Record<NonNullable<Noise['reason']>, 1>
  const ids = [
    ...Object.keys(sources).map(source => `noise-source.${source}`),
    ...Object.keys(reasons).map(reason => `noise-reason.${reason}`),
  ]
  expect(ids.filter(id => !hasMessage('ru', id) || !hasMessage('en', id))).toEqual([])
})
