/** The door of `backups`: the installation in one file, made and taken away by its administrator. */
export { type BackupOptions, backupRoutes } from './routes.ts'
