/** The door of `backups`: the installation in one file, made and taken away by its administrator. */

export { partsOfBackups } from './parts-of-backups.ts'
export { type BackupOptions, backupRoutes, openBackups } from './routes.ts'
