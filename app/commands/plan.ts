import { readPeriod } from '@objektiv/russian-terms'
import { type Measure, type RecognisedPlan, readPlanFile } from '../features/plans/index.ts'
import { type Locale, say } from '../messages/format.ts'
import { ProblemError } from '../platform/problem.ts'
import type { Command } from './parse-options.ts'

/** `objektiv plan read FILE`: the plan as it is recognised, for a person or, with --json, for a program. */
export const plan: Command = {
  options: { period: 'text', json: 'flag' },
  async run({ files, values, locale }) {
    const [action, file] = files
    if (action !== 'read') throw new ProblemError({ code: 'plan-action', params: { given: action ?? '' } })
    if (file === undefined) throw new ProblemError({ code: 'plan-file-unnamed' })
    const period = values.period === undefined ? null : givenPeriod(values.period)
    const recognised = await readPlanFile(file, { period })
    if (values.json) console.log(JSON.stringify(recognised, null, 2))
    else print(recognised, locale)
  },
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
