import type { Answer } from '../../../web/client/contract-types.ts'
import { NumberText } from '../../../web/components/number-text.tsx'
import { PlainTable } from '../../../web/components/plain-table.tsx'
import { useUrlSearch } from '../../../web/components/url-search.ts'
import { say } from '../../../web/messages/say.ts'

type Kind = Answer<'GET /api/imports/summary'>['kinds'][number]

/**
 * What was met, kind by kind, the rarest first: one odd total says more than a hundred thousand numbers kept as text. Common
 * ways of writing are folded behind their count.
 */
export function KindsTable({ kinds, ofOne }: { kinds: readonly Kind[]; ofOne: boolean }) {
  const [odd, usual] = [kinds.filter(one => !one.usual), kinds.filter(one => one.usual)]
  const count = usual.reduce((sum, one) => sum + one.count, 0)
  return (
    <>
      {odd.length > 0 && <Kinds label={say('imports.kinds')} kinds={odd} ofOne={ofOne} />}
      {usual.length > 0 && (
        <details>
          <summary>{say('imports.kinds-usual', { count })}</summary>
          <Kinds label={say('imports.met.usual')} kinds={usual} ofOne={ofOne} />
        </details>
      )}
    </>
  )
}

function Kinds({ label, kinds, ofOne }: { label: string; kinds: readonly Kind[]; ofOne: boolean }) {
  const [, change] = useUrlSearch()
  return (
    <PlainTable<Kind>
      label={label}
      rows={kinds.toSorted((a, b) => a.count - b.count)}
      rowKey={({ kind }) => kind}
      columns={[
        {
          header: say('imports.kind'),
          cell: ({ kind, what }) => (
            <button type="button" className="link-button" onClick={() => change({ kind })}>
              {what}
            </button>
          ),
        },
        { header: say('imports.done'), cell: ({ done }) => done },
        { header: say('imports.places'), numeric: true, cell: ({ count }) => <NumberText value={count} /> },
        ...(ofOne
          ? []
          : [
              {
                header: say('imports.in-files'),
                numeric: true,
                cell: ({ files }: Kind) => <NumberText value={files} />,
              },
            ]),
      ]}
    />
  )
}
