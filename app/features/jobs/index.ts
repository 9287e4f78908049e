/** The door of `jobs`: a person's long work, seen and called off. Kinds of work are defined by their own rooms. */

export { jobsContract } from './contract.ts'
export { jobRoutes } from './routes.ts'
