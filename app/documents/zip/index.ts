/** The door of `zip`: many files as one, written while it is read. */
export { streamZip } from './stream-zip.ts'
