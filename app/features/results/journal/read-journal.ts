import { extname } from 'node:path'
import type { Cell, Workbook } from '../../../documents/spreadsheet/types.ts'
import { type Problem, ProblemError } from '../../../platform/problem.ts'
import { type Login, parseLogin } from '../../territory/threads.ts'
import { DirtCounter } from '../dirt.ts'
import { readCode, readMark } from '../read-cell.ts'
import type { ReadProtocolOptions } from '../read-protocol.ts'
import { readSubject } from '../read-subject.ts'
import { HEADER_ROWS } from '../recognise-layout.ts'
import { readSheetHead } from '../sheet-head.ts'
import { spellSubject } from '../subjects.ts'
import type { AssessmentKey, BatchManifest } from '../types.ts'
import { JOURNAL_SIGNATURE, type JournalColumns, recogniseJournal } from './journal-columns.ts'
import { JournalTally } from './journal-tally.ts'
import type { JournalBatch } from './types.ts'

const PROGRESS_EVERY = 2_000

/**
 * Reads a list of journal marks: school login, code, mark. Nothing is stored yet. Throws ProblemError with all problems:
 * no sheet has such columns, an assessment that cannot be made out, no readable login, no mark at all.
 */
export async function readJournal(
  workbook: Pick<Workbook, 'sheetNames' | 'readSheet'>,
  source: BatchManifest['source'],
  { assume = {}, onProgress, onRemark }: Omit<ReadProtocolOptions, 'specifications'>,
): Promise<JournalBatch> {
  const dirt = new DirtCounter(onRemark)
  const tally = new JournalTally(dirt)
  const name = source.file.slice(0, source.file.length - extname(source.file).length)
  const own = parseLogin(name.replaceAll('_', ' ')) ?? parseLogin(assume.school ?? '')
  const heads: (readonly Cell[])[] = []
  let found: string | null = null
  for (const sheet of workbook.sheetNames) {
    let columns: JournalColumns | null = null
    let above = 0
    await workbook.readSheet(sheet, (row, cells) => {
      if (columns) {
        readRow(tally, columns, own, row, cells)
        if (tally.rows % PROGRESS_EVERY === 0) onProgress?.(tally.rows)
        return undefined
      }
      columns = recogniseJournal(cells)
      if (!columns) {
        heads.push([...cells])
        return ++above < HEADER_ROWS ? undefined : false
      }
      found ??= sheet
      dirt.enterSheet(sheet, [...cells])
      return undefined
    })
  }
  const { assessment, problems } = assessmentOf(name, heads, assume)
  if (found === null) problems.unshift({ code: 'journal-unknown', params: { known: JOURNAL_SIGNATURE } })
  else if (tally.rows === 0) problems.push({ code: 'journal-empty' })
  else if (tally.schools.size === 0) problems.push(noSchoolAtAll(dirt, tally.rows))
  if (problems.length > 0 || !assessment)
    throw new ProblemError(
      problems.map(problem => ({ ...problem, place: { file: source.file, ...problem.place } })),
    )
  return { source, assessment, ...tally.finish() }
}

function readRow(
  tally: JournalTally,
  columns: JournalColumns,
  own: Login | null,
  row: number,
  cells: readonly Cell[],
): void {
  const { dirt } = tally
  const at = (column: number) => cells[column] ?? null
  if ([columns.code, columns.mark].every(column => at(column) === null || at(column) === '')) {
    dirt.note('empty-rows', row, -1, null)
    return
  }
  const login = columns.school === null ? own : parseLogin(String(at(columns.school) ?? ''))
  if (!login) dirt.note('no-school', row, columns.school ?? columns.code, at(columns.school ?? columns.code))
  if (login?.respelled && columns.school !== null)
    dirt.note('login-spelling', row, columns.school, login.written)
  const code = readCode(at(columns.code))
  if (code.dirt) dirt.note(code.dirt, row, columns.code, at(columns.code))
  const mark = readMark(at(columns.mark))
  if (mark.dirt) dirt.note(mark.dirt, row, columns.mark, at(columns.mark))
  if (mark.numberAsText) tally.numbersAsText++
  tally.add(row, { login, code: code.value, mark: mark.value }, columns.code)
}

/** The head of a sheet says more than the name of the file, and that more than what the sender adds. */
function assessmentOf(
  name: string,
  heads: readonly (readonly Cell[])[],
  assume: NonNullable<ReadProtocolOptions['assume']>,
): { assessment: AssessmentKey | null; problems: Problem[] } {
  const { clues: inside, dateYear } = readSheetHead(heads)
  const named = readSubject(name)
  const assumed = assume.subject === undefined ? null : spellSubject(assume.subject)
  const subject = inside.subject ?? named.subject ?? assumed
  const grade = inside.grade ?? named.grade ?? assume.grade ?? null
  const year = inside.year ?? named.year ?? assume.year ?? dateYear
  const problems = Object.entries({ subject, grade, year })
    .filter(([, value]) => value === null)
    .map(([missing]): Problem => ({ code: 'assessment-unknown', params: { missing } }))
  if (subject === null || grade === null || year === null) return { assessment: null, problems }
  const versioned = year >= 2025 && (subject === 'Математика' || subject === 'Физика')
  const version = versioned ? (inside.version ?? named.version ?? assume.version ?? null) : null
  return { assessment: { procedure: 'ВПР', version, year, grade, subject }, problems }
}

function noSchoolAtAll(dirt: DirtCounter, rows: number): Problem {
  const { sheet, row, column, value } = dirt.firstExample('no-school')!
  return { code: 'logins-unreadable', params: { rows }, place: { sheet, row, column, value } }
}
