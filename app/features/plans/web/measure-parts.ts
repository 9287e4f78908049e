import { lazy } from 'react'

/** A shelf of «Моя работа»: measures that wait for the reader. */
export const MeasureShelf = lazy(async () => ({
  default: (await import('./measure-shelf.tsx')).MeasureShelf,
}))

/** A shelf of «Моя работа»: plans from above that nobody here has approved. */
export const PlanShelf = lazy(async () => ({
  default: (await import('./plan-shelf.tsx')).PlanShelf,
}))

/** «Адресные меры» on the page of a signal. */
export const AddressedMeasures = lazy(async () => ({
  default: (await import('./addressed-measures.tsx')).AddressedMeasures,
}))

/** When the level above hears of a late measure, on the page of settings. */
export const MeasureSettings = lazy(async () => ({
  default: (await import('./measure-settings.tsx')).MeasureSettings,
}))

/** The address of one's calendar, in the profile. */
export const OwnCalendar = lazy(async () => ({
  default: (await import('./own-calendar.tsx')).OwnCalendar,
}))
