import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setPdf } from '../../../documents/report/index.ts'
import { layOutPlan, type PaperOptions } from './lay-out-plan.ts'
import { bindShortWords, PADDING, PAGE } from './layout.ts'
import type { PlanDocument } from './plan-document.ts'

let template: string | undefined

/** The same paper as `writePlanWord` makes, as tagged PDF/A-2a. Holds the thread: some 0.1 s for thirty measures. */
export function writePlanPdf(plan: PlanDocument, options: PaperOptions): Buffer {
  template ??= readFileSync(join(import.meta.dirname, 'plan.typ'), 'utf8')
  const layout = layOutPlan(plan, options)
  const [year, month, day] = options.date.split('-').map(Number)
  const model = {
    ...layout,
    titles: layout.titles.map(bindShortWords),
    ...{ year, month, day, page: PAGE, padding: PADDING },
  }
  return setPdf({ template, model, date: options.date })
}
