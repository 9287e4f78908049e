import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFiles } from './fonts.ts'

/** Made once for a process or thread: it reads the fonts, 50 ms. */
let compiler: NodeCompiler | undefined

/** Documents after which what the compiler has kept of former ones is given back. */
const KEPT_FOR = 2

export interface DocumentToSet {
  /** Plain Typst; it takes the model as `json(bytes(sys.inputs.model))`. */
  readonly template: string
  /** Everything that varies, as plain values: it reaches the template as data and never as markup. */
  readonly model: unknown
  /** Local date, YYYY-MM-DD: an argument, so that the same model gives the same bytes. */
  readonly date: string
}

/**
 * Sets a document as PDF/A-2a: tagged, with selectable text and fonts inside. The same model gives the same bytes. Holds the
 * thread meanwhile. A character that no face has (a bullet of Word's own in a name) is set as «□»: the standard allows no
 * text without a shape, and one name must not stop a whole archive.
 */
export function setPdf({ template, model, date }: DocumentToSet): Buffer {
  let words = JSON.stringify(model, (_, value) => (typeof value === 'string' ? clean(value) : value))
  for (let attempt = 1; ; attempt++)
    try {
      return compile(template, words, date)
    } catch (error) {
      const without = replaceShapeless(words, String(error))
      if (without === words || attempt === MOST_ATTEMPTS) throw error
      words = without
    }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what PDF/A forbids
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFEFF\uFFFE\uFFFF]/g

/** Half of a pair of characters, cut off by some other program, would be no JSON to the typesetter. */
function clean(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '')
}

/** Every attempt names what it has met; a document of several faces may name some of it only next time. */
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

function compile(template: string, model: string, date: string): Buffer {
  compiler ??= NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: fontFiles.map(file => readFileSync(file)) }],
  })
  const compiled = compiler.compile({ mainFileContent: template, inputs: { model } })
  const problems = compiled.takeError()
  if (problems || !compiled.result)
    throw new Error(`The document could not be set: ${JSON.stringify(problems?.shortDiagnostics ?? null)}`)
  const pdf = compiler.pdf(compiled.result, {
    pdfStandard: 'a-2a',
    pdfTags: true,
    creationTimestamp: Date.parse(`${date}T00:00:00Z`) / 1000,
  })
  compiler.evictCache(KEPT_FOR)
  return pdf
}
