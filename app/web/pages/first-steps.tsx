import { Link, type LinkProps } from '@tanstack/react-router'
import { useAnswer } from '../client/queries.ts'
import { Icon } from '../components/icon.tsx'
import { Section } from '../components/section.tsx'
import { type MessageId, say } from '../messages/say.ts'
import { useMay, useMe } from '../shell/session.ts'
import style from './first-steps.module.css'

/** What a new region does first, in order; gone when all of it is done. For who may load the registry. */
export function FirstSteps() {
  const may = useMay()
  const me = useMe()
  const steward = may('registry.import')
  const schools = useAnswer('GET /api/units', { query: { kind: 'school', limit: 1 } }, { enabled: steward })
  const people = useAnswer('GET /api/people', { query: { limit: 1 } }, { enabled: steward })
  if (!steward || !schools.data || !people.data) return null
  const steps: readonly { id: MessageId; meaning: MessageId; to: LinkProps['to']; done: boolean }[] = [
    {
      id: 'first.registry',
      meaning: 'first.registry-meaning',
      to: '/registry',
      done: schools.data.items.length > 0,
    },
    {
      id: 'first.people',
      meaning: 'first.people-meaning',
      to: '/people/invite',
      done: (people.data.total ?? 0) > 1,
    },
    {
      id: 'first.factor',
      meaning: 'first.factor-meaning',
      to: '/second-factor',
      done: me.secondFactor.enabled,
    },
  ]
  if (steps.every(({ done }) => done)) return null
  return (
    <Section title={say('first.title')} meaning={say('first.meaning')} card>
      <ol className={style.steps}>
        {steps.map(({ id, meaning, to, done }, index) => (
          <li key={id} data-done={done}>
            <span className={style.number}>{done ? <Icon name="check" size={16} /> : index + 1}</span>
            <div>
              {done ? (
                <p>
                  {say(id)} <span className="note">· {say('first.done')}</span>
                </p>
              ) : (
                <Link to={to}>{say(id)}</Link>
              )}
              <p className="muted">{say(meaning)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
