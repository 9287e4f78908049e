import { cellText, type Report, type Table } from '../../../documents/report/index.ts'

/** Everything that a report says, as people read it: a line a block, cells between bars. */
export function readReport(report: Report): string {
  const lines = (table: Pick<Table, 'caption' | 'columns' | 'rows'>) => [
    table.caption,
    table.columns.map(({ title }) => title).join(' | '),
    ...table.rows.map(row => row.map(cell => cellText(report.locale, cell)).join(' | ')),
  ]
  return [
    ...[report.kind, report.title, report.lead],
    ...report.sections.flatMap(({ title, blocks }) => [
      title,
      ...blocks.flatMap(block => {
        if (block.kind === 'table') return lines(block)
        if (block.kind === 'figure') {
          const { heading = '', title, description, note = '', data } = block
          return [heading, title, description, note, ...lines(data)]
        }
        if (block.kind === 'facts')
          return block.rows.map(({ label, value }) => `${label}: ${cellText(report.locale, value)}`)
        return [block.text]
      }),
    ]),
  ].join('\n')
}

/** A table of a report by its name, cells as people read them. */
export function tableOf(report: Report, id: string): string[][] {
  const found = report.sections
    .flatMap(({ blocks }) => blocks)
    .find(block => 'id' in block && block.id === id)
  if (!found || !('id' in found)) throw new Error(`No table «${id}»`)
  const { rows } = found.kind === 'figure' ? found.data : found
  return rows.map(row => row.map(cell => cellText(report.locale, cell).replaceAll('\u202F', ' ')))
}

/** Texts of a section's sentences, with their tones. */
export function sentencesOf(
  report: Report,
  section: string,
): { readonly tone: string; readonly text: string }[] {
  const found = report.sections.find(({ id }) => id === section)
  return (found?.blocks ?? []).flatMap(block =>
    block.kind === 'sentence'
      ? [{ tone: block.tone, text: block.text.replaceAll('\u202F', ' ').replaceAll('\u00A0', ' ') }]
      : [],
  )
}
