import type { Trouble } from '../client/api-error.ts'
import { say } from '../messages/say.ts'
import { PlainTable } from './plain-table.tsx'

/** All problems of a file at once: where each stands, what the cell says, what is wrong, what to do about it. */
export function ProblemsTable({ problems }: { problems: readonly Trouble[] }) {
  const files = new Set(problems.map(problem => problem.place?.file)).size > 1
  // A text file has no sheets, and an empty column would only ask what is missing.
  const sheets = problems.some(problem => problem.place?.sheet)
  return (
    <PlainTable
      label={say('problems.title')}
      rows={problems}
      rowKey={(_, index) => index}
      columns={[
        ...(files ? [{ header: say('problems.file'), cell: (p: Trouble) => p.place?.file ?? '' }] : []),
        ...(sheets ? [{ header: say('problems.sheet'), cell: (p: Trouble) => p.place?.sheet ?? '' }] : []),
        { header: say('problems.row'), cell: p => p.place?.row ?? p.place?.entry ?? '', numeric: true },
        { header: say('problems.column'), cell: p => p.place?.column ?? '' },
        { header: say('problems.value'), cell: p => (p.place?.value ? `«${p.place.value}»` : '') },
        { header: say('problems.what'), cell: p => p.text },
        { header: say('problems.advice'), cell: p => p.advice },
      ]}
    />
  )
}
