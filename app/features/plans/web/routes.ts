import { measureRoutes } from './measure-routes.ts'

export { AddressedMeasures, MeasureShelf, OwnCalendar } from './measure-parts.ts'

/** Pages of the room of plans. */
export const plansRoutes = [...measureRoutes] as const
