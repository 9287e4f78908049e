import { beforeAll, expect, it } from 'vitest'
import { draw, speakRussian } from '../../../web/testing/draw.ts'
import { BatchPage } from './batch-page.tsx'
import { heldBy, wordHeld } from './held-words.ts'
import { SendFiles } from './send-files.tsx'

beforeAll(speakRussian)

it('journal marks that come apart can be sent, and say how many found their works', async () => {
  expect(await draw(SendFiles, { campaign: undefined })).toContain('отметки по журналу отдельно от работ')
  const batch = {
    ...{ id: 7, kind: 'journal', file: 'журнал.xlsx', unit: { id: 1, name: 'Область' }, campaign: null },
    ...{ state: 'checked', set: 'Математика, 4 класс, 2021', works: 40, schools: 1, remarks: 0, may: [] },
    ...{
      matched: { marks: 40, matched: 37, unmatched: 3, worksWithout: 5 },
      duplicateOf: null,
      progress: null,
    },
    ...{ problems: [], warnings: [], sentBy: { id: 'a', name: 'Имя' }, sentAt: '2026-11-23T10:00:00Z' },
    ...{ decidedBy: null, decidedAt: null, undoneAt: null, reason: null, version: 1 },
  }
  const text = await draw(BatchPage, {}, [['GET /api/imports/:id', { params: { id: '7' } }, batch]], {
    path: '/imports/$id',
    url: '/imports/7',
  })
  expect(text).toContain('37 из 40 отметок; без работы 3, работ без отметки 5')
})

it('marks are counted as marks, and never among works', () => {
  const protocol = { kind: 'protocol', works: 1204 } as const
  const journal = { kind: 'journal', works: 4 } as const
  expect(wordHeld(heldBy([journal]))).toBe('4 отметки')
  expect(wordHeld(heldBy([protocol, journal]))).toBe('1\u202F204 работы, 4 отметки')
  expect(wordHeld(heldBy([{ kind: 'protocol', works: null }]))).toBe('0 работ')
})
