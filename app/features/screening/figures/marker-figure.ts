import type { SchoolTask } from '@objektiv/forensics'
import type { ScreenedMarker, ScreenedSchool, ScreenedSet, Screening } from '../types.ts'
import type { CrosstabFigure, FigureData, ProfileFigure, ScoresFigure, StripFigure } from './figure-data.ts'

/** The picture that belongs to a marked marker; null where there is nothing to draw. */
export function markerFigure(
  marker: ScreenedMarker,
  school: Pick<ScreenedSchool, 'distributions'>,
  { sets, markers }: Pick<Screening, 'sets' | 'markers'>,
): FigureData | null {
  if (marker.marker.startsWith('cohort')) return cohortFigure(marker, markers)
  if (marker.marker === 'journal-mismatch') return crosstabFigure(marker)
  const [at] = marker.at
  const scores = school.distributions.get(at)
  return scores ? schoolFigure(sets[at], [...scores], marker) : null
}

/** Scores of one school before those of the region. */
export function schoolFigure(
  set: Pick<ScreenedSet, 'mean' | 'distribution' | 'boundaries'>,
  own: readonly number[],
  { n, value }: Pick<ScreenedMarker, 'n' | 'value'>,
): ScoresFigure {
  return {
    kind: 'scores',
    title: { id: 'report.figure.school-title', params: { school: value!, region: set.mean! } },
    description: {
      id: set.boundaries ? 'report.figure.school-description' : 'report.figure.school-description-no-scale',
      params: { n },
    },
    reference: set.distribution,
    own,
    boundaries: set.boundaries,
  }
}

/** A school's tasks against the region's, easiest first. */
export function profileFigure(
  set: Pick<ScreenedSet, 'tasks'>,
  tasks: readonly Pick<SchoolTask, 'task' | 'difference' | 'lower' | 'upper'>[],
  n: number,
): ProfileFigure {
  return {
    kind: 'profile',
    title: { id: 'report.figure.profile-title', params: {} },
    description: { id: 'report.figure.profile-description', params: { n } },
    tasks: tasks.map(({ task, difference, lower, upper }) => ({
      name: set.tasks[task].name,
      difference,
      lower,
      upper,
    })),
  }
}

function crosstabFigure({ n, details }: ScreenedMarker): CrosstabFigure | null {
  const { table } = details as { table?: number[][] }
  if (!table) return null
  return {
    kind: 'crosstab',
    title: { id: 'report.figure.crosstab-title', params: {} },
    description: { id: 'report.figure.crosstab-description', params: { n } },
    table,
  }
}

function cohortFigure(marker: ScreenedMarker, markers: readonly ScreenedMarker[]): StripFigure | null {
  const { value, lower, upper, at } = marker
  if (value === null || lower === null || upper === null) return null
  const others = markers
    .filter(one => one.marker === marker.marker && one.at[0] === at[0] && one.at[1] === at[1])
    .flatMap(one => (one.value === null ? [] : [one.value]))
  return {
    kind: 'strip',
    title: { id: 'report.figure.cohort-title', params: {} },
    description: { id: 'report.figure.cohort-description', params: { lower, upper } },
    axis: 'cohort',
    own: value,
    others,
    usual: [lower, upper],
  }
}
