import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type SheetToWrite, writeWorkbook } from '../../../documents/spreadsheet/index.ts'
import { type Locale, say } from '../../../messages/format.ts'
import type { AssessmentKey } from '../../results/index.ts'
import { type Column, makeSheet } from '../outputs/make-sheet.ts'
import { setName } from '../outputs/words.ts'
import type { Case, CasePair, CasePupil } from './types.ts'

/** Who asked and when, written into the file: rows of participants are never read without a trace. */
export interface CaseStamp {
  readonly by: string
  readonly now: Date
  /** Hash of the data of the run. */
  readonly dataHash: string
}

/** Writes `case-NNNNNN.xlsx` into the folder and returns its path. */
export async function writeCase(
  about: Case,
  folder: string,
  stamp: CaseStamp,
  locale: Locale,
): Promise<string> {
  const path = join(folder, `case-${about.key}.xlsx`)
  const unfinished = join(folder, `.case.${randomUUID()}.tmp`)
  await mkdir(folder, { recursive: true })
  try {
    await writeWorkbook(unfinished, [
      aboutSheet(about, stamp, locale),
      pupilsSheet(about, locale),
      pairsSheet(about, locale),
    ])
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw error
  }
  return path
}

const EXPLANATIONS = ['material', 'private', 'guttman', 'u3', 'lz', 'share', 'pairs', 'chance'] as const

function aboutSheet(about: Case, { by, now, dataHash }: CaseStamp, locale: Locale): SheetToWrite {
  const fact = (id: string, value: string) => [say(locale, `case.fact.${id}`), value] as const
  const rows = [
    fact('school', [about.name, about.school].filter(part => part !== null).join(' · ')),
    fact('by', by),
    fact('when', now.toISOString()),
    fact('data', dataHash),
    ...EXPLANATIONS.map(id => fact(id, say(locale, `case.how.${id}`))),
    ...about.unmeasured.map(set => fact('unmeasured', setName(locale, set))),
  ]
  return makeSheet(
    locale,
    'case-about',
    [
      { id: 'parameter', cell: ([name]) => name, width: 34 },
      { id: 'setting', cell: ([, value]) => value, width: 120 },
    ],
    rows,
  )
}

type Line<Row> = Row & { readonly assessment: AssessmentKey }

function pupilsSheet({ sets }: Case, locale: Locale): SheetToWrite {
  const columns: Column<Line<CasePupil>>[] = [
    { id: 'set', cell: ({ assessment }) => setName(locale, assessment), width: 32 },
    { id: 'class', cell: row => row.class || say(locale, 'output.class-unknown') },
    { id: 'code', cell: ({ code }) => code, width: 18 },
    { id: 'total', cell: ({ total }) => total, width: 8 },
    { id: 'journal', cell: ({ journal }) => (journal === 0 ? null : journal), width: 10 },
    { id: 'ability', cell: ({ ability }) => ability, format: '0.00' },
    { id: 'guttman', cell: ({ guttman }) => guttman, width: 18, format: '0.000' },
    { id: 'guttman-share', cell: ({ guttmanShare }) => guttmanShare, width: 26, format: '0.000' },
    { id: 'u3', cell: ({ u3 }) => u3, format: '0.000' },
    { id: 'u3-share', cell: ({ u3Share }) => u3Share, width: 26, format: '0.000' },
    { id: 'lz', cell: ({ lz }) => lz, format: '0.00' },
    { id: 'lz-p', cell: ({ lzP }) => lzP, format: '0.0000' },
  ]
  const rows = sets.flatMap(({ assessment, pupils }) => pupils.map(pupil => ({ ...pupil, assessment })))
  return makeSheet(locale, 'case-pupils', columns, rows)
}

function pairsSheet({ sets }: Case, locale: Locale): SheetToWrite {
  const columns: Column<Line<CasePair>>[] = [
    { id: 'set', cell: ({ assessment }) => setName(locale, assessment), width: 32 },
    { id: 'class', cell: row => row.class || say(locale, 'output.class-unknown') },
    { id: 'first', cell: ({ first }) => first, width: 18 },
    { id: 'second', cell: ({ second }) => second, width: 18 },
    { id: 'common-tasks', cell: ({ tasks }) => tasks },
    { id: 'matches', cell: ({ matches }) => matches },
    { id: 'expected', cell: ({ expected }) => expected, format: '0.0' },
    { id: 'omega', cell: ({ omega }) => omega, format: '0.00' },
    { id: 'gbt', cell: ({ gbt }) => gbt, width: 14, format: '0.0E+00' },
    { id: 'm4', cell: ({ m4 }) => m4, width: 14, format: '0.0E+00' },
    { id: 'pairs-compared', cell: ({ compared }) => compared, width: 14 },
    { id: 'by-chance', cell: ({ byChance }) => byChance, width: 22, format: '0.00' },
  ]
  const rows = sets.flatMap(({ assessment, pairs }) => pairs.map(pair => ({ ...pair, assessment })))
  return makeSheet(locale, 'case-pairs', columns, rows)
}
