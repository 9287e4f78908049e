import type { Trouble } from '../client/api-error.ts'
import { say } from '../messages/say.ts'
import { PlainTable } from './plain-table.tsx'

/** All problems of a file at once: where each stands, what the cell says, what is wrong, what to do about it. */
export function ProblemsTable({ problems }: { problems: readonly Trouble[] }) {
  const files = new Set(problems.map(problem => problem.place?.file)).size > 1
  // A text file has no sheets, a file as a whole no row: an empty column would only ask what is missing.
  const sheets = problems.some(problem => problem.place?.sheet)
  const rows = problems.some(({ place }) => (place?.row ?? place?.entry) !== undefined)
  const columns = problems.some(problem => problem.place?.column)
  const values = problems.some(problem => problem.place?.value)
  return (
    <PlainTable
      label={say('problems.title')}
      rows={problems}
      rowKey={(_, index) => index}
      columns={[
        ...(files ? [{ header: say('problems.file'), cell: (p: Trouble) => p.place?.file ?? '' }] : []),
        ...(sheets ? [{ header: say('problems.sheet'), cell: (p: Trouble) => p.place?.sheet ?? '' }] : []),
        ...(rows ? [{ header: say('problems.row'), cell: rowOf, numeric: true }] : []),
        ...(columns ? [{ header: say('problems.column'), cell: (p: Trouble) => p.place?.column ?? '' }] : []),
        ...(values ? [{ header: say('problems.value'), cell: quoted }] : []),
        { header: say('problems.what'), cell: p => p.text },
        { header: say('problems.advice'), cell: p => p.advice },
      ]}
    />
  )
}

function rowOf({ place }: Trouble) {
  return place?.row ?? place?.entry ?? ''
}

function quoted({ place }: Trouble) {
  return place?.value ? `«${place.value}»` : ''
}
