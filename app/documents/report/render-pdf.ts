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
 * 40 ms for eight pages with a dozen charts and holds the thread meanwhile. A character that no face has (a bullet of Word's
 * own in a name) is set as «□»: the standard allows no text without a shape, and one name must not stop a whole archive.
 */
export function renderReportPdf(report: Report): Buffer {
  let model = JSON.stringify(wordReport(report))
  for (let attempt = 1; ; attempt++)
    try {
      return setReport(model, report.date)
    } catch (error) {
      const without = replaceShapeless(model, String(error))
      if (without === model || attempt === MOST_ATTEMPTS) throw error
      model = without
    }
}

/** Every attempt names what it has met; a report of several faces may name some of it only next time. */
const MOST_ATTEMPTS = 4

/** Puts «□» for the characters that the compiler has named as having no shape in any face. */
function replaceShapeless(model: string, problem: string): string {
  const named = [...problem.matchAll(/the text `(?:\\?")(.+?)(?:\\?")` could not be displayed/gu)].map(
    ([, text]) =>
      text.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))),
  )
  const shapeless = new Set(named.flatMap(text => [...text]))
  return [...model].map(character => (shapeless.has(character) ? '□' : character)).join('')
}

function setReport(model: string, date: string): Buffer {
  compiler ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: fontFiles.map(file => readFileSync(file)) }],
  })
  template ??= readFileSync(join(import.meta.dirname, 'report.typ'), 'utf8')
  const compiled = compiler.compile({ mainFileContent: template, inputs: { report: model } })
  const problems = compiled.takeError()
  if (problems || !compiled.result)
    throw new Error(`The report could not be set: ${JSON.stringify(problems?.shortDiagnostics ?? null)}`)
  const pdf = compiler.pdf(compiled.result, {
    pdfStandard: 'a-2a',
    pdfTags: true,
    creationTimestamp: Date.parse(`${date}T00:00:00Z`) / 1000,
  })
  compiler.evictCache(KEPT_FOR)
  return pdf
}
