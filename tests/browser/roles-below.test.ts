import { everyRole } from './every-role.ts'

everyRole('below')
