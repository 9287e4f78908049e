import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Period, readPeriod } from '@objektiv/russian-terms'
import type { z } from 'zod'
import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import { ownFolderPrefix } from '../../platform/files/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import { ProblemError } from '../../platform/problem.ts'
import { findFile } from '../files/index.ts'
import { readPlanInThread } from './files/read-in-thread.ts'
import type { ReadPlan } from './files/read-plan-file.ts'
import { presentTerm } from './measures/present-measure.ts'
import type { plansContract } from './plans-contract.ts'
import { readTermWords } from './read-term-words.ts'
import { approvalNumber } from './reading/approval-number.ts'
import type { Block } from './reading/document.ts'
import type { Measure, PlanPeriod } from './reading/plan.ts'
import type { PlansService } from './service.ts'

type Endpoint = (typeof plansContract)['POST /api/plans/read']
type Asked = z.output<Endpoint['body']>
type Answer = z.input<Endpoint['response']>

/** Reads a plan from a file that the reader sent, or from pasted text; nothing of it is kept. Throws ProblemError. */
export async function readDocument(
  { database, files }: Pick<PlansService, 'database' | 'files'>,
  { scope, locale, may }: Actor,
  { from, period: words }: Asked,
): Promise<Answer> {
  const period = words === undefined || words === '' ? null : givenPeriod(words)
  if ('text' in from) {
    const name = say(locale, 'plans.pasted')
    return presentRead(locale, await readPlanInThread({ from, name, period }))
  }
  const file = await database.as(scope, tx => findFile(tx, from.file, may))
  const folder = await mkdtemp(join(tmpdir(), ownFolderPrefix()))
  try {
    const path = join(folder, 'plan')
    await pipeline(await files.get(file.hash), createWriteStream(path))
    return presentRead(locale, await readPlanInThread({ from: { path }, name: file.name, period }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function givenPeriod(words: string): { words: string; period: Period } {
  const period = readPeriod(words)
  if (!period) throw new ProblemError({ code: 'plan-period', params: { given: words } })
  return { words, period }
}

function presentRead(locale: Locale, { plan, document, sources, leftOut }: ReadPlan): Answer {
  const period = plan.period && { ...plan.period, school: plan.period.start.endsWith('-09-01') }
  return {
    title: plan.title,
    period: period && {
      ...{ start: period.start, end: period.end, school: period.school, original: period.original },
    },
    approval: plan.approval && {
      ...{ post: plan.approval.post, person: plan.approval.person, date: plan.approval.date },
      number: approvalNumber(plan.approval.original),
    },
    abbreviations: [...plan.abbreviations],
    measures: plan.measures.map((measure, at) => ({
      ...measure,
      responsible: [...measure.responsible],
      term: termOf(locale, measure, period),
      doubtful: measure.doubtful.map(({ field, reason }) => ({
        ...{ field, reason, text: say(locale, `plan.doubt.${reason}`) },
      })),
      source: sources[at] && { block: sources[at].block, rows: [...sources[at].rows] },
    })),
    original: document.blocks.map(presentBlock),
    notes: notesOf(locale, plan.period, sources),
    leftOut: [...leftOut],
  }
}

/** The reader of documents says that a term is unsure; why, its words say when they are read again. */
function termOf(locale: Locale, { term, year, section }: Measure, period: Period | null) {
  if (term === null) return null
  const again =
    term.confidence === 'high' || period === null
      ? null
      : readTermWords({ words: term.original, year, section }, period)
  return presentTerm(locale, { ...term, doubts: again?.kind === term.kind ? again.doubts : [] })
}

function presentBlock(block: Block): Answer['original'][number] {
  if (block.type === 'paragraph') return { kind: 'paragraph', text: block.text.replace('\f', '') }
  return {
    kind: 'table',
    rows: block.rows.map(row =>
      row.map(({ text, colspan, rowspan }) => ({ text, columns: span(colspan), rows: span(rowspan) })),
    ),
  }
}

function span(said: number): number {
  return Number.isInteger(said) && said > 0 ? said : 1
}

/** What holds for the document as a whole. */
function notesOf(locale: Locale, period: PlanPeriod | null, sources: ReadPlan['sources']): string[] {
  const lost = sources.filter(source => source === null).length
  return [
    ...(period === null
      ? [say(locale, 'plans.read.period-none')]
      : period.source === 'document'
        ? []
        : [
            say(locale, `plans.read.period-${period.source}`, {
              ...{ start: sayDate(locale, period.start), end: sayDate(locale, period.end) },
            }),
          ]),
    ...(lost === 0 ? [] : [say(locale, 'plans.read.unplaced', { count: lost })]),
  ]
}
