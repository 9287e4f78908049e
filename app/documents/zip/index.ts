/** The door of `zip`: many files as one, written while it is read; and one of our own changed. */
export { rewriteZip } from './rewrite-zip.ts'
export { streamZip } from './stream-zip.ts'
