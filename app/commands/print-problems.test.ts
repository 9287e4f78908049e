import { expect, test } from 'vitest'
import { problemsText } from './print-problems.ts'

test('a problem in every row is shown five times and counted, file by file', () => {
  const rows = (file: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      code: 'registry-bad-login',
      place: { file, row: i + 2, value: 'нет' },
    }))
  const text = problemsText('ru', [...rows('/tmp/а.xlsx', 300), ...rows('/tmp/б.xlsx', 2)])
  expect(text.match(/✖/g)).toHaveLength(7)
  expect(text).toContain('ещё 295 таких же')
  expect(text.match(/таких же/g)).toHaveLength(1)
  expect(text).toContain('строка 6')
  expect(text).not.toContain('строка 7')
})

test('a folder is called a folder', () => {
  expect(problemsText('ru', [{ code: 'folder-empty', place: { file: '/tmp/пусто' } }])).toContain(
    'папка «/tmp/пусто»',
  )
})
