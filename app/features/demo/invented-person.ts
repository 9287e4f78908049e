import { createRandom } from './random.ts'

/** Surnames and names of nobody; the first letters of names and patronymics agree with no real list. */
const SURNAMES = [
  'Ягодко',
  'Черемуха',
  'Лесных',
  'Боровых',
  'Озерко',
  'Моховых',
  'Грибовых',
  'Полянко',
  'Родниченко',
]
const NAMES = [
  ['Росинка', 'Ветровна'],
  ['Рябина', 'Лесовна'],
  ['Полынь', 'Озеровна'],
  ['Ясень', 'Ветрович'],
  ['Кедр', 'Лесович'],
  ['Тополь', 'Озерович'],
] as const

/**
 * A name and a document as files of examinations have them, so that their reading can be seen to drop them. The series
 * is one that no document has.
 */
export function inventedPerson(seed: number, who: string) {
  const random = createRandom(seed, `person ${who}`)
  const [first, patronymic] = random.pick(NAMES)
  return {
    name: [random.pick(SURNAMES), first, patronymic],
    document: ['0000', String(random.integer(100_000, 999_999))],
  } as const
}
