import type { Item } from '../../../web/client/contract-types.ts'
import type { Column } from '../../../web/components/data-table.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { say } from '../../../web/messages/say.ts'

type Work = Item<'GET /api/signals/:id/case'>

/** A work in a line: code, class, marks, every task, and how usual its pattern is. */
export function workColumns(
  tasks: readonly { readonly name: string; readonly max: number }[],
): [Column<Work>, ...Column<Work>[]] {
  return [
    { id: 'code', header: say('signal.code'), cell: ({ code }) => code },
    { id: 'class', header: say('signal.class'), cell: work => work.class || '—' },
    { id: 'total', header: say('signal.total'), numeric: true, cell: ({ total }) => total },
    { id: 'mark', header: say('signal.mark'), numeric: true, cell: ({ mark }) => mark ?? '—' },
    { id: 'journal', header: say('signal.journal'), numeric: true, cell: ({ journal }) => journal ?? '—' },
    ...tasks.map(
      ({ name, max }, task): Column<Work> => ({
        id: `task-${task}`,
        header: say('signal.task', { name, max }),
        numeric: true,
        cell: ({ scores }) => scores[task],
      }),
    ),
    {
      id: 'fit',
      header: say('signal.fit'),
      numeric: true,
      cell: ({ fit }) => (fit?.lzP == null ? '—' : <NumberText value={fit.lzP} digits={3} />),
    },
  ]
}
