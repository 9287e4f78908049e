/** The door of `files`: what people attach, by content hash, read by whoever may read the record it belongs to. */
import './tables.ts'

export { filesContract } from './contract.ts'
export type { Keeping } from './receive-file.ts'
export { fileRoutes } from './routes.ts'
export { attachFile } from './store/attach-file.ts'
export { attachMadeFile } from './store/attach-made-file.ts'
export { findFile, listAttached, listAttachedToAll } from './store/find-file.ts'
export { removeAttached } from './store/remove-file.ts'
export { sweepFiles } from './sweep-files.ts'
export type { Attachment, StoredFile } from './types.ts'
