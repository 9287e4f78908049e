import { Button, Skeleton } from '@mantine/core'
import { useChange, useList } from '../../../web/client/queries.ts'
import { EmptyState } from '../../../web/components/empty-state.tsx'
import { PageHeader } from '../../../web/components/page-header.tsx'
import { ProblemPanel } from '../../../web/components/problem-panel.tsx'
import { say } from '../../../web/messages/say.ts'
import { NoticeList } from './notice-list.tsx'

/** Everything one was told, the newest first. */
export function NoticesPage() {
  const notices = useList('GET /api/notices', { query: {} })
  const readAll = useChange('POST /api/notices/read-all')
  const items = notices.data?.pages.flatMap(page => page.items)
  const unread = notices.data?.pages[0].unread ?? 0
  return (
    <>
      <PageHeader
        title={say('notices.title')}
        meaning={say('notices.meaning')}
        action={
          unread > 0 &&
          items && (
            <Button
              variant="default"
              loading={readAll.isPending}
              onClick={() => readAll.mutate({ body: { upTo: items[0].id } })}
            >
              {say('notices.read-all')}
            </Button>
          )
        }
      />
      <div className="stack">
        {notices.error && <ProblemPanel error={notices.error} retry={() => notices.refetch()} />}
        {!items && !notices.error && <Skeleton h={200} radius="md" />}
        {items?.length === 0 && (
          <EmptyState title={say('notices.empty')}>{say('notices.empty-meaning')}</EmptyState>
        )}
        {items && items.length > 0 && <NoticeList notices={items} />}
        {notices.hasNextPage && (
          <div>
            <Button
              variant="default"
              loading={notices.isFetchingNextPage}
              onClick={() => void notices.fetchNextPage()}
            >
              {say('table.more')}
            </Button>
          </div>
        )}
      </div>
    </>
  )
}
