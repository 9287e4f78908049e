import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { readPeriod } from '@objektiv/russian-terms'
import {
  documentOf,
  leftOutNotes,
  type Measure,
  type PlanDocument,
  type RecognisedPlan,
  readPlanWithOriginal,
  writePlanPdf,
  writePlanWord,
  writePlanWorkbook,
} from '../features/plans/index.ts'
import { type Locale, say } from '../messages/format.ts'
import { localDate } from '../platform/local-date.ts'
import { ProblemError } from '../platform/problem.ts'
import type { Command } from './parse-options.ts'

/**
 * `objektiv plan read FILE`: the plan as it is recognised, for a person or, with --json, for a program.
 * `objektiv plan convert FILE OUT`: the same plan in the official layout, as Word, PDF or a workbook.
 */
export const plan: Command = {
  options: { period: 'text', json: 'flag' },
  async run({ files, values, locale }) {
    const [action, file, out] = files
    if (action !== 'read' && action !== 'convert')
      throw new ProblemError({ code: 'plan-action', params: { given: action ?? '' } })
    if (file === undefined) throw new ProblemError({ code: 'plan-file-unnamed' })
    const write = action === 'convert' ? writerOf(out) : null
    const period = values.period === undefined ? null : givenPeriod(values.period)
    const { plan: recognised, leftOut } = await readPlanWithOriginal(file, { period })
    // Beside the plan, so that a program reads the plan alone.
    for (const note of leftOutNotes(locale, leftOut)) console.error(note)
    if (write) await convert(recognised, write, out, locale)
    else if (values.json) console.log(JSON.stringify(recognised, null, 2))
    else print(recognised, locale)
  },
}

type Writer = (plan: PlanDocument, options: { locale: Locale; date: string }) => Buffer | Promise<Buffer>

const WRITERS: Readonly<Record<string, Writer>> = {
  '.docx': writePlanWord,
  '.pdf': writePlanPdf,
  '.xlsx': writePlanWorkbook,
}

/** Said before the reading begins: which paper the name of the file asks for. */
function writerOf(out: string | undefined): Writer {
  if (out === undefined) throw new ProblemError({ code: 'plan-out-unnamed' })
  const writer = WRITERS[extname(out).toLowerCase()]
  if (!writer) throw new ProblemError({ code: 'plan-out-kind', place: { file: out } })
  return writer
}

async function convert(
  recognised: RecognisedPlan,
  write: Writer,
  out: string,
  locale: Locale,
): Promise<void> {
  // The paper is Russian whatever the language of the messages: so it is printed, and so it is read again.
  const bytes = await write(documentOf(recognised), { locale: 'ru', date: localDate(new Date()) })
  try {
    // What is there already may be somebody's original.
    await writeFile(out, bytes, { flag: 'wx' })
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException
    if (!syscall || !code) throw error
    throw new ProblemError(
      code === 'EEXIST'
        ? { code: 'plan-out-exists', place: { file: out } }
        : { code: 'file-not-writable', params: { reason: code }, place: { file: out } },
    )
  }
  const doubtful = recognised.measures.filter(measure => measure.doubtful.length > 0).length
  console.log(say(locale, 'plan.written', { count: recognised.measures.length, doubtful, file: out }))
}

function givenPeriod(words: string) {
  const period = readPeriod(words)
  if (!period) throw new ProblemError({ code: 'plan-period', params: { given: words } })
  return { words, period }
}

function print({ title, period, approval, abbreviations, measures }: RecognisedPlan, locale: Locale): void {
  const line = (id: string, params: Record<string, string | number> = {}) =>
    console.log(say(locale, id, params))
  console.log(title ?? say(locale, 'plan.untitled'))
  if (period) line('plan.period', { start: period.start, end: period.end, source: period.source })
  if (approval) line('plan.approval', { words: approval.original.replaceAll('\n', ', ') })
  if (abbreviations.length > 0)
    line('plan.abbreviations', { words: abbreviations.map(({ short }) => short).join(', ') })
  const doubtful = measures.filter(measure => measure.doubtful.length > 0).length
  line('plan.count', { count: measures.length, doubtful })
  let head = ''
  for (const measure of measures) {
    const parts = [measure.year === null ? '' : String(measure.year), measure.section ?? '']
    const own = parts.filter(Boolean).join(' · ')
    if (own !== head && own !== '') console.log(`\n${own}`)
    head = own
    printMeasure(measure, locale)
  }
}

function printMeasure(measure: Measure, locale: Locale): void {
  const detail = (id: string, value: string | null) => {
    if (value !== null && value !== '') console.log(`     ${say(locale, id, { value })}`)
  }
  const level = measure.level === null ? '' : ` [${say(locale, `plan.level.${measure.level}`)}]`
  console.log(`\n  ${measure.number ?? '–'}${level} ${measure.text}`)
  const { term } = measure
  if (term) {
    const dates =
      term.start === term.end ? term.start : [term.start, term.end].map(day => day ?? '…').join(' – ')
    const kind = say(locale, `plan.kind.${term.kind}`)
    const found = dates === null || dates === '… – …' ? kind : `${kind}, ${dates}`
    detail('plan.term', `${term.original} (${found})`)
  }
  detail('plan.place', measure.place)
  detail('plan.participants', measure.participants)
  detail('plan.responsible', measure.responsible.map(({ original }) => original).join('; '))
  detail('plan.expected', measure.expectedResult)
  detail('plan.note', measure.note)
  detail('plan.completion', measure.completion)
  for (const { field, reason } of measure.doubtful)
    console.log(`     ! ${say(locale, `plan.field.${field}`)}: ${say(locale, `plan.doubt.${reason}`)}`)
}
