import { measureRoutes } from './measure-routes.ts'
import { planRoutes } from './plan-routes.ts'

export { AddressedMeasures, MeasureSettings, MeasureShelf, OwnCalendar, PlanShelf } from './measure-parts.ts'
export { publishedPlanRoute } from './plan-routes.ts'

/** Pages of the room of plans. */
export const plansRoutes = [...planRoutes, ...measureRoutes] as const
