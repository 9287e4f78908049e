import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import type { PageMarks } from './types.ts'

/** Why a PDF gives no pages; the edge words it. */
export type PdfFault = 'encrypted' | 'damaged' | 'too-long'

/**
 * What is taken from the marks of every page, or why there are none. Pictures are not decoded: only words and lines are looked at.
 */
export async function openPdf<Taken>(
  bytes: Uint8Array,
  mostPages: number,
  take: (marks: PageMarks, page: number) => Taken,
): Promise<{ readonly pages: readonly Taken[] } | { readonly fault: PdfFault }> {
  const { getDocument, AnnotationMode } = await loadLibrary()
  const loading = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    useSystemFonts: false,
    // No script of a file runs here, nor is anything fetched for it.
    enableXfa: false,
  })
  try {
    const document = await loading.promise
    if (document.numPages > mostPages) return { fault: 'too-long' }
    return { pages: await readPages(document, AnnotationMode.DISABLE, take) }
  } catch (error) {
    const { name = '' } = error as Error
    if (name === 'PasswordException') return { fault: 'encrypted' }
    if (/^(?:InvalidPDF|Format|Missing|UnknownError|XRef|Parser)/.test(name)) return { fault: 'damaged' }
    throw error
  } finally {
    await loading.destroy()
  }
}

/**
 * Two megabytes, loaded by those alone who read a PDF. The library looks for a canvas to draw with and complains of having none;
 * nothing is drawn here, and the release carries none.
 */
async function loadLibrary() {
  const { warn } = console
  console.warn = () => undefined
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.warn = warn
  }
}

async function readPages<Taken>(
  document: PDFDocumentProxy,
  annotationMode: number,
  take: (marks: PageMarks, page: number) => Taken,
): Promise<Taken[]> {
  const { readMarks } = await import('./read-marks.ts')
  const pages: Taken[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { transform, width, height } = page.getViewport({ scale: 1 })
    const operators = await page.getOperatorList({ annotationMode })
    const scaleOf = (font: string) => {
      const known = page.commonObjs.has(font) ? page.commonObjs.get(font) : null
      return known?.fontMatrix?.[0] ?? 0.001
    }
    // Of a page thousands of signs are kept no longer than it takes to put them together.
    pages.push(take(readMarks(operators, { transform, width, height }, scaleOf), number - 1))
    page.cleanup()
  }
  return pages
}
