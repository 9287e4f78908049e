import { Link } from '@tanstack/react-router'
import type { Answer } from '../../../web/client/contract-types.ts'
import { Icon } from '../../../web/components/icon.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './lacking-panel.module.css'

type Campaign = Answer<'GET /api/campaigns/:id'>

/** In the order of what hinders most; each with the state of the papers that it speaks of. */
const KINDS = [
  ['unknown', 'unknown'],
  ['faultyScale', 'faulty-scale'],
  ['noScale', 'no-scale'],
  ['noTasks', 'no-tasks'],
] as const

/**
 * What stands in the way of marks, signs and profiles, in words, with the papers named. Nothing when all is described.
 *
 * @param mine whether the reader is the one to put it right.
 */
export function LackingPanel({ campaign, mine }: { campaign: Campaign; mine: boolean }) {
  const { lacking, assessments, assessmentList } = campaign
  const kinds = KINDS.filter(([kind]) => lacking[kind] > 0)
  if (kinds.length === 0) return null
  const withoutScale = lacking.unknown + lacking.faultyScale + lacking.noScale
  return (
    <Section title={say(mine ? 'lacking.title' : 'lacking.known')} card>
      {withoutScale === assessments && <p>{say('lacking.none-described')}</p>}
      <ul className={style.list}>
        {kinds.map(([kind, state]) => (
          <li key={kind}>
            <Icon name="alert" size={16} />
            <div className="stack-tight">
              <p>{say(`lacking.${kind}`, { count: lacking[kind] })}</p>
              <p className={style.papers}>
                {assessmentList
                  .filter(one => !one.withdrawn && one.paper.state === state)
                  .map(({ id, title, paper }) => (
                    <Link key={id} to="/specifications/$id" params={{ id: paper.id }}>
                      {title}
                    </Link>
                  ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
