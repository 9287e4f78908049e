/** The door of `report`: one model, four forms. */
export { cellText } from './cell-text.ts'
export { renderReportDocx } from './render-docx.ts'
export { renderReportHtml } from './render-html.ts'
export { renderReportPdf } from './render-pdf.ts'
export type {
  Block,
  Cell,
  Column,
  Figure,
  Report,
  Table,
  Tone,
} from './report.ts'
export { makeReproducible } from './reproducible-docx.ts'
export { setPdf } from './set-pdf.ts'
export { writeReportXlsx } from './write-xlsx.ts'
