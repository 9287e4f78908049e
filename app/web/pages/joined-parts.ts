/**
 * Parts of one room on the page of another. Rooms do not enter each other; here the app joins them, as it does the
 * shelves of «Моя работа».
 */
export { AddressedMeasures, MeasureSettings, OwnCalendar } from '../../features/plans/web/routes.ts'
