import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogues, hasMessage, type Locale, say } from '../../messages/format.ts'

/** In the room of files a word with a hyphen is a problem or a kind of dirt; elsewhere only what stands as a code is. */
const WORD = /'([a-z]+(?:-[a-z0-9]+)+)'/g
const CODE = /code: '([a-z]+(?:-[a-z0-9]+)+)'/g
const REPORTED = /(?:code: |report\()'([a-z]+(?:-[a-z0-9]+)+)'/g
const ROOMS = { results: WORD, procedures: REPORTED, territory: CODE }
/** What serves and keeps files is full of other words with hyphens; there too only a code is one. */
const SERVICE = /routes|contract|tables|service|present|^(import|batches|received|journal|store)\//

/** Words with a hyphen in the source that are neither a problem nor a kind of dirt. */
const OTHER = /^(vpr-\d+|school-form|individual-results)$/

/** Every literal like 'no-total' in the source of these rooms: codes of problems and kinds of dirt. */
const codes = Object.entries(ROOMS)
  .flatMap(([room, pattern]) => {
    const folder = join(import.meta.dirname, '..', room)
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.includes('test'))
      .flatMap(name => [
        ...readFileSync(join(folder, name), 'utf8').matchAll(SERVICE.test(name) ? CODE : pattern),
      ])
      .map(match => match[1])
  })
  .filter(code => !OTHER.test(code))

const LOCALES: Locale[] = ['ru', 'en']

test.each(LOCALES)('every problem and every kind of dirt of these rooms is worded (%s)', locale => {
  expect(new Set(codes).size).toBeGreaterThan(60)
  const pairs = (code: string) => [
    [`problem.${code}`, `problem.${code}.advice`],
    [`dirt.${code}`, `dirt.${code}.done`],
  ]
  expect(codes.filter(code => !pairs(code).some(ids => ids.every(id => hasMessage(locale, id))))).toEqual([])
})

test.each(LOCALES)(
  'kinds of dirt need no parameters, the fault of an official scale is worded (%s)',
  locale => {
    for (const id of Object.keys(catalogues[locale]).filter(key => key.startsWith('dirt.')))
      expect(say(locale, id).length).toBeGreaterThan(3)
    const params = {
      set: 'ВПР 2021 · География · 8',
      from: 35,
      to: 35,
      many: 'no',
      below: '4',
      mark: '5',
      max: 40,
    }
    for (const fault of ['backwards', 'start', 'overlap', 'gap', 'end'])
      expect(say(locale, `problem.official-scale-${fault}`, params)).toContain('География')
  },
)

test('a Russian sentence reads well', () => {
  const params = { set: 'ВПР 2021 · География · 8', from: 35, to: 35, many: 'no', below: '4', mark: '5' }
  expect(say('ru', 'problem.scale-overlap', params)).toBe(
    'Шкала «ВПР 2021 · География · 8 класс»: балл 35 относится и к «4», и к «5».',
  )
  expect(say('ru', 'problem.logins-unreadable', { rows: 23 })).toBe(
    'В файле 23 строки с результатами, и ни в одной не читается логин школы.',
  )
})
