import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../../web/client/queries.ts'
import { Shelf } from '../../../web/components/shelf.tsx'
import { say } from '../../../web/messages/say.ts'
import { NoticeList } from './notice-list.tsx'

const SHOWN = 5

/** What one was told and has not read yet, for «Моя работа». */
export function UnreadNotices() {
  const notices = useAnswer('GET /api/notices', { query: { unread: 'true', limit: SHOWN } })
  return (
    <Shelf
      id="notices"
      query={notices}
      isEmpty={({ items }) => items.length === 0}
      title={say('work.notices')}
      aside={<Link to="/notices">{say('work.all-notices')}</Link>}
    >
      {({ items }) => <NoticeList notices={items} />}
    </Shelf>
  )
}
