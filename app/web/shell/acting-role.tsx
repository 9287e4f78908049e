import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { chooseGrant } from '../client/grant.ts'
import { say } from '../messages/say.ts'
import { forgetSearches } from './last-search.ts'
import style from './navigation.module.css'
import { actingGrant, useMe } from './session.ts'

/** As whom one acts, in one sentence; a person with several roles changes between them here. */
export function ActingRole() {
  const me = useMe()
  const id = useId()
  const client = useQueryClient()
  const navigate = useNavigate()
  const open = me.grants.filter(grant => grant.active)
  const acting = actingGrant(me)
  const act = async (grantId: number) => {
    chooseGrant(grantId)
    forgetSearches()
    await navigate({ to: '/', search: {} })
    // Nothing seen in one role may stay on the screen in another.
    await client.resetQueries()
  }
  return (
    <div className={style.role}>
      <p className="note" id={id}>
        {say('shell.acting-as')}
      </p>
      {open.length > 1 ? (
        <select
          aria-labelledby={id}
          value={me.grantId ?? ''}
          onChange={event => void act(Number(event.currentTarget.value))}
        >
          {open.map(grant => (
            <option key={grant.id} value={grant.id}>
              {grant.sentence}
            </option>
          ))}
        </select>
      ) : (
        <p>{acting?.sentence ?? say('shell.no-role')}</p>
      )}
    </div>
  )
}
