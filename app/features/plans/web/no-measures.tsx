import { EmptyState } from '../../../web/components/empty-state.tsx'
import { say } from '../../../web/messages/say.ts'
import type { MeasureFilter } from './measure-query.ts'

/** Nothing to draw: since there is nothing yet, or since nothing fits what was chosen. A plan alone chooses nothing. */
export function NoMeasures({ filter: { plan: _, ...chosen } }: { filter: MeasureFilter }) {
  return Object.values(chosen).some(value => value !== undefined && value !== '') ? (
    <EmptyState title={say('table.nothing-found')}>{say('table.change-filters')}</EmptyState>
  ) : (
    <EmptyState title={say('measures.empty')}>{say('measures.calendar-empty-meaning')}</EmptyState>
  )
}
