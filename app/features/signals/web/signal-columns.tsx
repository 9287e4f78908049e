import type { Item } from '../../../web/client/contract-types.ts'
import type { Column } from '../../../web/components/data-table.tsx'
import { NumberText } from '../../../web/components/number-text.tsx'
import { ReplyBadge, ReplyTerm } from '../../../web/components/reply-badge.tsx'
import { say } from '../../../web/messages/say.ts'

type Signal = Item<'GET /api/signals'>

/**
 * Columns of the list: whose, where, what is seen, how the reply stands, on how many works, how sure. On a narrow screen the
 * last ones are scrolled to: never the reply.
 */
export function signalColumns(): [Column<Signal>, ...Column<Signal>[]] {
  return [
    {
      id: 'school',
      header: say('signals.school'),
      sort: 'place',
      cell: ({ school }) => school.name,
    },
    {
      id: 'municipality',
      header: say('unit.kind.municipality'),
      cell: ({ municipality }) => municipality?.name,
    },
    { id: 'set', header: say('signals.set'), cell: ({ set }) => set },
    {
      id: 'seen',
      header: say('signals.seen'),
      cell: ({ channels, source }) => (
        <div className="stack-tight">
          <span>{channels.map(({ text }) => text).join(', ')}</span>
          <span className="note">{say(`signals.source.${source}`)}</span>
        </div>
      ),
    },
    {
      id: 'reply',
      header: say('signals.reply'),
      sort: 'due',
      cell: signal => (
        <div className="stack-tight">
          <ReplyBadge signal={signal} />
          <ReplyTerm signal={signal} />
          {signal.dataUndone && <span className="note">{say('signals.data-undone')}</span>}
        </div>
      ),
    },
    { id: 'n', header: say('signals.works'), numeric: true, cell: ({ n }) => <NumberText value={n} /> },
    {
      id: 'degree',
      header: say('signals.degree'),
      numeric: true,
      sort: '-degree',
      cell: ({ degree }) => (degree === null ? '—' : <NumberText value={degree} digits={2} />),
    },
  ]
}

/** A tick for each signal that can be asked about. */
export function chosenColumn(
  chosen: ReadonlyMap<number, Signal>,
  toggle: (signal: Signal) => void,
): Column<Signal> {
  return {
    id: 'chosen',
    header: say('signals.choose'),
    cell: signal =>
      signal.state === 'open' && (
        <input
          type="checkbox"
          checked={chosen.has(signal.id)}
          onChange={() => toggle(signal)}
          aria-label={say('signals.choose-one', { school: signal.school.name, set: signal.set })}
        />
      ),
  }
}
