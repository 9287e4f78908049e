import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from './report.ts'
import { setPdf } from './set-pdf.ts'
import { wordReport } from './word-report.ts'

let template: string | undefined

/** The report as PDF/A-2a, as `setPdf` makes it: some 40 ms for eight pages with a dozen charts. */
export function renderReportPdf(report: Report): Buffer {
  template ??= readFileSync(join(import.meta.dirname, 'report.typ'), 'utf8')
  return setPdf({ template, model: wordReport(report), date: report.date })
}
