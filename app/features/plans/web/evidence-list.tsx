import { AttachedFiles } from '../../../web/components/attached-files.tsx'
import { dateInWords } from '../../../web/components/dates.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './measure-acts.module.css'
import { PlanLink } from './plan-link.tsx'
import type { Task } from './task-card.tsx'

/** What proves that it was done: documents with number and date, addresses, files, the plan of the level below. */
export function EvidenceList({ evidence }: { evidence: Task['evidence'] }) {
  if (evidence.length === 0) return null
  return (
    <div className={style.evidence}>
      <h4 className="note">{say('measure.evidence')}</h4>
      <ul className="plain-list">
        {evidence.map(piece => (
          <li key={piece.id} className="stack-tight">
            <span>
              {piece.plan ? <PlanLink plan={piece.plan} /> : <b>{piece.title}</b>}
              <span className="note"> · {factsOf(piece)}</span>
            </span>
            {piece.url && (
              <a className={style.address} href={piece.url} target="_blank" rel="noreferrer noopener">
                {piece.url}
                <span className="visually-hidden"> ({say('measure.new-tab')})</span>
              </a>
            )}
            {piece.plan && <span className="note">{piece.plan.unit.name}</span>}
            <AttachedFiles files={piece.files} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** «приказ, № 12 от 12 марта 2021 г.» */
function factsOf({ kindText, number, date }: Task['evidence'][number]): string {
  const named = [
    number && say('measure.numbered', { number }),
    date && say('measure.dated', { date: dateInWords(date) }),
  ].filter(Boolean)
  return [kindText, named.join(' ')].filter(Boolean).join(', ')
}
