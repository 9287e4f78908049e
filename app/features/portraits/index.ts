/** The door of `portraits`: the report about one unit that people read, sign and take to a meeting. */
import './tables.ts'

export { archiveJob } from './archive/archive-job.ts'
export { sweepArchives } from './archive/sweep-archives.ts'
export { chooseUnits } from './choose-units.ts'
export { preparePortraits } from './context.ts'
export { FORMATS } from './formats.ts'
export { fromScreening } from './from-screening.ts'
export { makePortrait } from './make-portrait.ts'
export { portraitRoutes } from './routes.ts'
export { openPortraits, type PortraitsService } from './service.ts'
export { AUDIENCES, type Audience, type PortraitRequest, SECTIONS, type SectionId } from './types.ts'
export { writePortraits } from './write-portraits.ts'
