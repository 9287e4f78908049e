export { logRead, nameAct } from './name-act.ts'
