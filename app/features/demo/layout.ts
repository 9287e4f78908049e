import { TaskCode } from '@objektiv/forensics'
import type { Cell } from '../../documents/spreadsheet/index.ts'
import { loginOf } from './login.ts'
import type { DemoRegion, DemoSet, DirtEdit } from './types.ts'

/** A sheet of a protocol file, before it is written. */
export interface ProtocolSheet {
  readonly name: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** One row as it will stand in the file: words of the columns that every layout has. */
interface RowWords {
  login: string
  class: string | null
  variant: string
  journal: string | null
  total: string | null
  readonly tasks: (string | null)[]
}

/** The words of each row of the set, in order, dirt included. */
export function* rowWords(region: DemoRegion, set: DemoSet): Generator<RowWords> {
  const { works } = set
  const edits = Map.groupBy(set.dirt, edit => edit.row)
  const classes = Map.groupBy(set.classes, one => one.school)
  for (let row = 0; row < works.count; row++) {
    const school = region.schools[works.school[row]]
    const absent = works.variant[row] === 0
    const { letter } = set.classes[works.class[row]]
    const alone = classes.get(works.school[row])!.length === 1
    const words: RowWords = {
      login: loginOf(school, set.year),
      class: absent ? null : classWords(school.digits, set.grade, letter, alone),
      variant: absent ? 'отсутствовал' : String(works.variant[row]),
      journal: absent ? null : works.journal[row] === 0 ? 'нет отметки' : String(works.journal[row]),
      total: absent ? null : String(works.total[row]),
      tasks: works.scores.map(column => (absent ? null : cellWords(column[row]))),
    }
    for (const edit of edits.get(row) ?? []) apply(edit, words)
    yield words
  }
}

function apply({ column, value }: DirtEdit, words: RowWords): void {
  if (typeof column === 'object') words.tasks[column.task] = value
  else if (column === 'login' || column === 'variant') words[column] = value ?? ''
  else words[column] = value
}

function cellWords(cell: number): string {
  if (cell === TaskCode.notAttempted) return 'X'
  return cell === TaskCode.notTaught ? 'не пройд.' : String(cell)
}

/** Every school writes its classes in a way of its own; one with a single class often writes «нет». */
function classWords(digits: string, grade: number, letter: string, alone: boolean): string {
  const habit = Number(digits) % 20
  if (alone && habit % 3 === 0) return 'нет'
  if (habit < 9) return letter.toLowerCase()
  if (habit < 16) return letter
  if (habit < 18) return `${grade}${letter.toLowerCase()}`
  return habit < 19 ? `${grade}${letter}` : `"${letter}"`
}
