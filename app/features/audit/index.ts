/** The door of `audit`: the log as people read it. What writes it is in platform/audit and the migrations. */
export { type AuditEntry, describeEntries } from './describe-entries.ts'
export { GUARDED_BY_ROW, GUARDS } from './guards.ts'
export { type AuditOptions, auditRoutes } from './routes.ts'
export type { AuditFilters } from './store/choose-entries.ts'
export { listEntries } from './store/list-entries.ts'
