/** The door of `territory`: schools, their logins and the registry that names them. */
export { type Login, parseLogin } from './login.ts'
export { readRegistry } from './read-registry.ts'
export type { Registry, School } from './types.ts'
