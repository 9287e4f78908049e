/** The door of `notices`: telling people what concerns them, in the application and by letter. */
import './tables.ts'

export { noticesContract } from './contract.ts'
export type { NoticeKind, NoticeParams } from './kinds.ts'
export type { FindRecipients, Recipient } from './letters/recipient.ts'
export { type Post, postSchedule } from './letters/send-letters.ts'
export { type Notice, notify } from './notify.ts'
export { noticeRoutes } from './routes.ts'
