import type { Cell } from '../../documents/spreadsheet/types.ts'

/** What a column of the list may be called, folded as `plain` does it. The first is that of the official file. */
const SYNONYMS = {
  year: ['год', 'год проведения', 'год впр'],
  login: ['логин', 'логин оо', 'логин школы', 'логин оу'],
  municipality: ['муниципалитет', 'наименование муниципалитета', 'муниципальное образование', 'мо', 'район'],
  school: [
    'оо',
    'наименование оо',
    'название оо',
    'школа',
    'наименование школы',
    'образовательная организация',
  ],
  count: ['количество маркеров', 'кол-во маркеров', 'число маркеров', 'маркеров'],
} as const

export type FederalField = keyof typeof SYNONYMS

export interface FederalColumns {
  readonly at: Partial<Record<FederalField, number>>
  /** Columns of markers with their names, «4 РУ». */
  readonly markers: readonly { readonly column: number; readonly name: string }[]
}

/** Grade and subject: «4 РУ», «4ру», «5 МА». Other grades and subjects are taken as they come: the list is a fact. */
const MARKER = /^(\d{1,2})\s*([а-я]{2,3})$/

/** Latin letters that look like the Russian ones of the headings. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  p: 'р',
  y: 'у',
  m: 'м',
  a: 'а',
  o: 'о',
  c: 'с',
  e: 'е',
}

/** Columns of a header row in any order, or null where it has no column of logins or none of markers. */
export function recogniseFederalColumns(cells: readonly Cell[]): FederalColumns | null {
  const headers = cells.map(cell => (typeof cell === 'string' ? plain(cell) : ''))
  const at: Partial<Record<FederalField, number>> = {}
  for (const field of Object.keys(SYNONYMS) as FederalField[]) {
    const column = headers.findIndex(header => (SYNONYMS[field] as readonly string[]).includes(header))
    if (column >= 0) at[field] = column
  }
  const markers = headers.flatMap((header, column) => {
    const match = MARKER.exec(header)
    return match ? [{ column, name: `${match[1]} ${match[2].toUpperCase()}` }] : []
  })
  return at.login === undefined || markers.length === 0 ? null : { at, markers }
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[a-z]/g, letter => LOOKALIKES[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim()
}
