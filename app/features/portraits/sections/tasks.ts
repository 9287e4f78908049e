import type { Block } from '../../../documents/report/index.ts'
import { drawFigure, type FigureData, setName, tasksOf } from '../../screening/threads.ts'
import type { Asked } from '../asked.ts'
import { figure, heading, left, number, right, sentence, share, shareInterval, text } from '../blocks.ts'
import type { SetContext } from '../context.ts'
import { profileOf, profileOfGroup, type TaskOfUnit } from '../task-profile.ts'
import { RECOMMENDATIONS_2026 } from '../thresholds.ts'

/** Tasks from the region's easiest to its hardest, with intervals, levels and what the recommendation of 2026 says. */
export function tasksSection(asked: Asked): Block[] {
  const { say } = asked
  const drawn =
    asked.level === 'school'
      ? asked.sets.flatMap(({ set, row, shown }) =>
          shown ? ofUnit(asked, set, profileOf(set.set, row.profile), row.n) : [],
        )
      : asked.sets.flatMap(({ set, group, shown }) =>
          shown ? ofUnit(asked, set, profileOfGroup(set.set, group.members), group.works) : [],
        )
  if (drawn.length === 0) return [sentence(say('portrait.tasks.none'), 'quiet')]
  return [
    sentence(
      say('portrait.tasks.recommendation', {
        year: String(RECOMMENDATIONS_2026.year),
        baseEnough: RECOMMENDATIONS_2026.base.enough,
        baseLow: RECOMMENDATIONS_2026.base.insufficient,
        advancedEnough: RECOMMENDATIONS_2026.advanced.enough,
        advancedLow: RECOMMENDATIONS_2026.advanced.insufficient,
      }),
      'note',
    ),
    ...drawn,
  ]
}

/** Fewer works make a share of points move by several percent with one pupil. */
const SMALL_GROUP = 10

function ofUnit(asked: Asked, set: SetContext, tasks: readonly TaskOfUnit[], n: number): Block[] {
  const { say, locale, level } = asked
  if (tasks.length === 0) return []
  const id = `tasks-${set.position}`
  const data: FigureData | null =
    level === 'region'
      ? tasksOf(set.set)
      : {
          kind: 'profile',
          title: { id: `portrait.tasks.title-${level}`, params: {} },
          description: { id: 'report.figure.profile-description', params: { n } },
          tasks: tasks.map(({ name, difference, from, to }) => ({
            name,
            difference,
            lower: from,
            upper: to,
          })),
        }
  if (data === null) return []
  const others = level !== 'region'
  return [
    heading(setName(locale, set.set)),
    figure(
      id,
      drawFigure(data, id, locale),
      [
        left(say('portrait.column.task')),
        left(say('portrait.column.level')),
        right(say('portrait.column.works')),
        right(say('portrait.column.points-share')),
        right(say('portrait.column.interval'), 1.4),
        ...(others
          ? [right(say('portrait.column.region-share')), right(say('portrait.column.difference'))]
          : []),
        left(say('portrait.column.recommendation'), 1.8),
      ],
      tasks.map(task => [
        text(task.name),
        text(task.level),
        number(task.n),
        share(task.share),
        shareInterval(task.lower, task.upper),
        ...(others ? [share(task.region), shareInterval(task.from, task.to)] : []),
        text(task.state === null ? null : say(`portrait.tasks.${task.state}`)),
      ]),
    ),
    ...(tasks.every(({ of }) => of === null) ? [sentence(say('portrait.tasks.no-levels'), 'note')] : []),
    ...(n < SMALL_GROUP ? [sentence(say('portrait.tasks.small', { n }), 'note')] : []),
  ]
}
