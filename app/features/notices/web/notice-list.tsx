import { Link } from '@tanstack/react-router'
import type { Item } from '../../../web/client/contract-types.ts'
import { useChange } from '../../../web/client/queries.ts'
import { InstantText } from '../../../web/components/dates.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './notice-list.module.css'

type Notice = Item<'GET /api/notices'>

/** Notices as sentences; opening one marks it as read. */
export function NoticeList({ notices }: { notices: readonly Notice[] }) {
  const read = useChange('POST /api/notices/:id/read')
  return (
    <ul className={style.list}>
      {notices.map(({ id, text, link, createdAt, readAt }) => (
        <li key={id} data-unread={readAt === null}>
          <div className="stack-tight">
            {link ? (
              <Link to={link} data-row onClick={() => readAt === null && read.mutate({ params: { id } })}>
                {text}
              </Link>
            ) : (
              <span>{text}</span>
            )}
            <span className="note">
              {readAt === null && <strong>{say('notices.new')} · </strong>}
              <InstantText instant={createdAt} />
            </span>
          </div>
          {readAt === null && (
            <button type="button" className="link-button" onClick={() => read.mutate({ params: { id } })}>
              {say('notices.read')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
