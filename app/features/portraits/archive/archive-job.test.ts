import { expect, it } from 'vitest'
import { currentFiles } from './archive-job.ts'

const line = { of: 'Школа', format: 'pdf', name: 'old.pdf', rows: 1, hash: 'f'.repeat(64), bytes: 1 } as const

it('an archive that goes on after the tree changed leaves out units that are gone, and takes the names of today', () => {
  const found = currentFiles(
    [
      { ...line, unit: 1 },
      { ...line, unit: 2 },
      { ...line, unit: 1, format: 'docx' },
    ],
    [{ unit: 1, formats: ['pdf'] }],
    new Map([[1, { of: 'Лицей', name: 'Лицей' }]]),
  )
  expect(found).toEqual([{ ...line, unit: 1, of: 'Лицей', name: 'Лицей.pdf' }])
})
