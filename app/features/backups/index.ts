/** The door of `backups`: the installation in one file, made and taken away by its administrator. */
export { type BackupOptions, backupRoutes, openBackups } from './routes.ts'
