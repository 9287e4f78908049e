import { Link } from '@tanstack/react-router'
import { useAnswer } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { QueryView } from '../../../web/components/query-view.tsx'
import { Section } from '../../../web/components/section.tsx'
import { say } from '../../../web/messages/say.ts'
import { NoticeList } from './notice-list.tsx'

const SHOWN = 5

/** What one was told and has not read yet, for «Моя работа». */
export function UnreadNotices() {
  const notices = useAnswer('GET /api/notices', { query: { unread: 'true', limit: SHOWN } })
  return (
    <Section title={say('work.notices')} aside={<Link to="/notices">{say('work.all-notices')}</Link>}>
      <QueryView query={notices}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={say('work.notices-empty')}>{say('work.notices-meaning')}</EmptyState>
          ) : (
            <NoticeList notices={items} />
          )
        }
      </QueryView>
    </Section>
  )
}
