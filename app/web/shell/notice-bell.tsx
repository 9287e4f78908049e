import { Link } from '@tanstack/react-router'
import { useAnswer } from '../client/queries.ts'
import { Icon } from '../components/icon.tsx'
import { say } from '../messages/say.ts'
import style from './header.module.css'

const EVERY = 60_000
const MOST = 99

/** How many notices are unread; asked once a minute. */
export function NoticeBell() {
  const { data } = useAnswer('GET /api/notices', { query: { limit: 1 } }, { every: EVERY })
  const unread = data?.unread ?? 0
  return (
    <Link to="/notices" className={style.tool} aria-label={say('shell.notices', { unread })}>
      <Icon name="bell" />
      {unread > 0 && <span className={style.count}>{unread > MOST ? `${MOST}+` : unread}</span>}
    </Link>
  )
}
