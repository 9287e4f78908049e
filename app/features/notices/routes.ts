import type { FastifyInstance } from 'fastify'
import { type Locale, say } from '../../messages/format.ts'
import { type Doorkeeper, implement } from '../../platform/http/index.ts'
import { noticesContract } from './contract.ts'
import { countUnread, listNotices, markAllRead, markRead, type NoticeRow } from './store/read-notices.ts'

/** A person's own notices over HTTP. */
export function noticeRoutes(app: FastifyInstance, doorkeeper: Doorkeeper): void {
  implement(app, doorkeeper, noticesContract, {
    async 'GET /api/notices'({ tx, query, actor }) {
      const { cursor, limit, unread } = query
      const rows = await listNotices(tx, {
        limit,
        unread: unread === 'true',
        ...(cursor ? { before: Number(cursor) } : {}),
      })
      const page = rows.slice(0, limit)
      return {
        items: page.map(row => toView(row, actor.locale)),
        next: rows.length > limit ? String(page.at(-1)?.id) : null,
        unread: await countUnread(tx),
      }
    },
    'POST /api/notices/:id/read': ({ tx, params }) => markRead(tx, params.id),
    'POST /api/notices/read-all': ({ tx, body }) => markAllRead(tx, body.upTo),
  })
}

function toView(row: NoticeRow, locale: Locale) {
  return {
    id: row.id,
    unitId: row.unit_id,
    kind: row.kind,
    text: say(locale, `notice.${row.kind}`, row.params),
    link: row.link,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }
}
