import { useQueryClient } from '@tanstack/react-query'
import { Link, type LinkProps, useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../client/api.ts'
import { ApiError } from '../client/api-error.ts'
import { forgetGrant } from '../client/grant.ts'
import { type MessageId, say } from '../messages/say.ts'
import { ActingRole } from './acting-role.tsx'
import { forgetSearches, lastSearch } from './last-search.ts'
import style from './navigation.module.css'
import { type Right, useMay, useMe } from './session.ts'

interface Entry {
  readonly label: MessageId
  readonly to: LinkProps['to']
  /** Shown to those who have it; to everybody when absent. */
  readonly right?: Right
}

interface Group {
  readonly label?: MessageId
  readonly entries: readonly Entry[]
}

const groups: readonly Group[] = [
  {
    entries: [
      { label: 'nav.work', to: '/' },
      { label: 'nav.signals', to: '/signals', right: 'signal.read' },
      { label: 'nav.region', to: '/region', right: 'run.read' },
      { label: 'nav.portraits', to: '/portraits', right: 'portrait.read' },
      { label: 'nav.plans', to: '/plans', right: 'plan.read' },
      { label: 'nav.measures', to: '/measures', right: 'plan.read' },
    ],
  },
  {
    label: 'nav.results',
    entries: [
      { label: 'nav.imports', to: '/imports', right: 'results.import' },
      { label: 'nav.received', to: '/received', right: 'results.received' },
      { label: 'nav.runs', to: '/runs', right: 'run.read' },
    ],
  },
  {
    label: 'nav.procedures',
    entries: [
      { label: 'nav.campaigns', to: '/campaigns', right: 'procedure.read' },
      { label: 'nav.specifications', to: '/specifications', right: 'procedure.read' },
      { label: 'nav.federal-list', to: '/federal-list', right: 'federal-list.read' },
    ],
  },
  {
    label: 'nav.territory',
    entries: [
      { label: 'nav.units', to: '/units', right: 'unit.read' },
      { label: 'nav.registry', to: '/registry', right: 'registry.import' },
    ],
  },
  {
    label: 'nav.people-group',
    entries: [
      { label: 'nav.people', to: '/people', right: 'person.read' },
      { label: 'nav.access', to: '/access' },
    ],
  },
  {
    label: 'nav.service',
    entries: [
      { label: 'nav.audit', to: '/audit', right: 'audit.read' },
      { label: 'nav.jobs', to: '/jobs', right: 'job.read' },
      { label: 'nav.backups', to: '/backups', right: 'backup.make' },
      { label: 'nav.settings', to: '/settings', right: 'setting.read' },
    ],
  },
]

/** Where one can go; a page one has no right to is not offered. `went` closes the menu on a phone. */
export function Navigation({ went }: { went?: () => void }) {
  const may = useMay()
  const { pathname } = useLocation()
  return (
    <div className={style.navigation}>
      <ActingRole />
      <nav aria-label={say('shell.navigation')}>
        {groups.map(({ label, entries }) => {
          const open = entries.filter(({ right }) => !right || may(right))
          if (open.length === 0) return null
          return (
            <div key={entries[0].label} className={style.group}>
              {label && <p className={style.label}>{say(label)}</p>}
              <ul>
                {open.map(({ label, to }) => (
                  <li key={label}>
                    <Link
                      to={to}
                      // Back to a list as it was left; from the list itself, to the whole of it.
                      search={(pathname === to ? {} : lastSearch(to)) as never}
                      activeOptions={{ exact: to === '/', includeSearch: false }}
                      onClick={went}
                    >
                      {say(label)}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </nav>
      <Person went={went} />
    </div>
  )
}

function Person({ went }: { went?: () => void }) {
  const me = useMe()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [failed, setFailed] = useState(false)
  const signOut = async () => {
    setFailed(false)
    try {
      await api('POST /api/sign-out', {})
    } catch (error) {
      // Who was signed out already is where they want to be. Anybody else would leave the door open and not know it.
      if (!(error instanceof ApiError && error.code === 'not-signed-in')) return setFailed(true)
    }
    forgetGrant()
    forgetSearches()
    await navigate({ to: '/sign-in', search: {} })
    client.clear()
  }
  return (
    <div className={style.person}>
      <Link to="/me" onClick={went} className={style.name}>
        <span>{me.name}</span>
        <span className="note">{say('nav.profile')}</span>
      </Link>
      <button type="button" onClick={() => void signOut()}>
        {say('nav.sign-out')}
      </button>
      {failed && (
        <p role="alert" className={style.failed}>
          {say('nav.sign-out-failed')}
        </p>
      )}
    </div>
  )
}
