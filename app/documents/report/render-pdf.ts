import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles } from './fonts.ts'
import type { Report } from './report.ts'
import { wordReport } from './word-report.ts'

/** Made once for a process or thread: it reads the fonts, 50 ms. */
let compiler: NodeCompiler | undefined
let template: string | undefined

/** Documents after which what the compiler has kept of former ones is given back. */
const KEPT_FOR = 2

/**
 * The report as PDF/A-2a: tagged, with selectable text and fonts inside. The same report gives the same bytes. Takes some
 * 40 ms for eight pages with a dozen charts and holds the thread meanwhile.
 */
export function renderReportPdf(report: Report): Buffer {
  compiler ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: fontFiles.map(file => readFileSync(file)) }],
  })
  template ??= readFileSync(join(import.meta.dirname, 'report.typ'), 'utf8')
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { report: JSON.stringify(wordReport(report)) },
  })
  const problems = compiled.takeError()
  if (problems || !compiled.result)
    throw new Error(`The report could not be set: ${JSON.stringify(problems?.shortDiagnostics ?? null)}`)
  const pdf = compiler.pdf(compiled.result, {
    pdfStandard: 'a-2a',
    pdfTags: true,
    creationTimestamp: Date.parse(`${report.date}T00:00:00Z`) / 1000,
  })
  compiler.evictCache(KEPT_FOR)
  return pdf
}
