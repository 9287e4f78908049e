/** Backups: an installation in one file, and back. */
export type { Manifest } from './manifest.ts'
export { openSource } from './open-source.ts'
export { restoreBackup } from './restore-backup.ts'
export { verifyBackup } from './verify-backup.ts'
export { writeBackup } from './write-backup.ts'
