import type { Cell } from '../../documents/spreadsheet/types.ts'

/** What a column of the registry may be called; compared in lower case, ё as е, single spaces. The first is ours. */
export const SYNONYMS = {
  login: ['логин оо', 'логин школы', 'логин', 'логин оу'],
  name: [
    'наименование оо',
    'название оо',
    'наименование',
    'оо',
    'школа',
    'наименование школы',
    'название школы',
  ],
  shortName: ['краткое наименование', 'сокращенное наименование', 'краткое название'],
  municipalityCode: ['код муниципалитета', 'код мо'],
  municipality: ['муниципалитет', 'наименование муниципалитета', 'муниципальное образование', 'район'],
  kind: ['вид оо', 'тип оо', 'вид школы'],
  locality: ['тип населенного пункта', 'населенный пункт (тип)', 'местность', 'город/село'],
  special: ['коррекционная', 'коррекционная оо', 'коррекционная школа'],
  controlled: ['контроль объективности', 'с контролем объективности'],
  ogeCode: ['код огэ', 'код оо огэ', 'код оо (огэ)', 'код оо для огэ'],
  egeCode: ['код егэ', 'код оо егэ', 'код оо (егэ)', 'код оо для егэ'],
  tags: ['метки', 'теги', 'отметки'],
  logins: ['другие логины', 'прежние логины', 'другие написания логина'],
  validFrom: ['действует с', 'дата открытия'],
  validTo: ['действует по', 'последний день работы', 'дата закрытия'],
} as const

/** Columns that an export writes for the reader and an import leaves alone. */
const TOLD_ONLY = ['состояние', 'прежние названия', 'присоединена к', '№', '№ п/п']

export type RegistryField = keyof typeof SYNONYMS

export interface RegistryColumns {
  readonly at: Partial<Record<RegistryField, number>>
  readonly given: ReadonlySet<RegistryField>
  /** Headers that mean nothing to the reader. */
  readonly unknown: readonly string[]
}

/** Columns of a header row, or null where it has no column of logins. */
export function recogniseColumns(cells: readonly Cell[]): RegistryColumns | null {
  const headers = cells.map(cell => (typeof cell === 'string' ? plain(cell) : ''))
  const at: Partial<Record<RegistryField, number>> = {}
  for (const field of Object.keys(SYNONYMS) as RegistryField[]) {
    const column = headers.findIndex(header => (SYNONYMS[field] as readonly string[]).includes(header))
    if (column >= 0) at[field] = column
  }
  if (at.login === undefined) return null
  const known = new Set(Object.values(at))
  return {
    at,
    given: new Set(Object.keys(at) as RegistryField[]),
    unknown: headers.flatMap((header, column) =>
      header === '' || known.has(column) || TOLD_ONLY.includes(header) ? [] : [String(cells[column])],
    ),
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
}
