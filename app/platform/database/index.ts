export type { Database } from './database.ts'
export { openDatabase } from './open-database.ts'
export type { Schema, Tx } from './schema.ts'
export type { Scope } from './scope.ts'
