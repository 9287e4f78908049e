import type { Answer } from '../../../web/client/contract-types.ts'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { say } from '../../../web/messages/say.ts'

type Pair = Answer<'GET /api/signals/:id/case'>['pairs'][number]

/** Works of one class more alike than chance makes them: material for a talk, never a finding about a pupil. */
export function PairsTable({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <PlainTable<Pair>
      label={say('signal.pairs')}
      rows={pairs}
      rowKey={({ first, second }) => `${first}-${second}`}
      columns={[
        { header: say('signal.class'), cell: pair => pair.class },
        { header: say('signal.pair'), cell: ({ first, second }) => `${first} · ${second}` },
        {
          header: say('signal.matches'),
          numeric: true,
          cell: ({ matches, tasks }) => `${matches} / ${tasks}`,
        },
        {
          header: say('signal.expected'),
          numeric: true,
          cell: ({ expected }) => <NumberText value={expected} digits={1} />,
        },
        { header: 'p', numeric: true, cell: ({ p }) => <NumberText value={p} digits={6} /> },
      ]}
    />
  )
}
