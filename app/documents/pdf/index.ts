export { isSwollen } from './is-swollen.ts'
export { BREAK, HALF, readPdf, WRAP } from './read-pdf.ts'
export type { PdfBlock, PdfCell } from './types.ts'
