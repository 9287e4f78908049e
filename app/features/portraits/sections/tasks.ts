import type { Block } from '../../../documents/report/index.ts'
import { drawFigure, type FigureData, setName, tasksOf } from '../../screening/threads.ts'
import type { Asked } from '../asked.ts'
import {
  FEW,
  figure,
  heading,
  left,
  number,
  right,
  sentence,
  share,
  shareInterval,
  table,
  text,
} from '../blocks.ts'
import type { SetContext } from '../context.ts'
import { regionBeside, type Sight } from '../sight.ts'
import { isFew } from '../small-cells.ts'
import { profileOf, profileOfGroup, type TaskOfUnit } from '../task-profile.ts'
import { RECOMMENDATIONS_2026 } from '../thresholds.ts'

/** Tasks from the region's easiest to its hardest, with intervals, levels and what the recommendation of 2026 says. */
export function tasksSection(asked: Asked): Block[] {
  const { say } = asked
  const drawn =
    asked.level === 'school'
      ? asked.sets.flatMap(({ set, row, shown }) =>
          shown ? ofUnit(asked, set, profileOf(set.set, row.profile), row.n, 1) : [],
        )
      : asked.sets.flatMap(({ set, group, shown }) =>
          shown
            ? ofUnit(asked, set, profileOfGroup(set.set, group.members), group.works, group.members.length)
            : [],
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

function ofUnit(
  asked: Asked,
  set: SetContext,
  tasks: readonly TaskOfUnit[],
  n: number,
  schools: number,
): Block[] {
  const { say, locale, level, sight } = asked
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
  const beside = regionBeside(sight, set, { schools, works: n })
  const few = new Set(tasks.filter(task => speaksOfFew(sight, task)))
  const columns = [
    left(say('portrait.column.task')),
    left(say('portrait.column.level')),
    right(say('portrait.column.works')),
    right(say('portrait.column.points-share')),
    right(say('portrait.column.interval'), 1.4),
    ...(others ? [right(say('portrait.column.region-share')), right(say('portrait.column.difference'))] : []),
    left(say('portrait.column.recommendation'), 1.8),
  ]
  const rows = tasks.map(task => [
    text(task.name),
    text(task.level),
    task.n < sight.least && !sight.own ? FEW : number(task.n),
    ...(few.has(task) ? [FEW, FEW] : [share(task.share), shareInterval(task.lower, task.upper)]),
    ...(others
      ? [
          beside ? share(task.region) : FEW,
          beside && !few.has(task) ? shareInterval(task.from, task.to) : FEW,
        ]
      : []),
    few.has(task) ? FEW : text(task.state === null ? null : say(`portrait.tasks.${task.state}`)),
  ])
  // The picture has every task, held against the region: where one may not be read off, the numbers stand alone.
  const whole = beside && few.size === 0
  return [
    heading(setName(locale, set.set)),
    whole
      ? figure(id, drawFigure(data, id, locale), columns, rows)
      : table(id, say('portrait.section.tasks'), columns, rows),
    ...(tasks.every(({ of }) => of === null) ? [sentence(say('portrait.tasks.no-levels'), 'note')] : []),
    ...(n < SMALL_GROUP ? [sentence(say('portrait.tasks.small', { n }), 'note')] : []),
  ]
}

/** Few works, or one to a few pupils who did the task, or did not: with a share and n, pupils are counted. */
function speaksOfFew({ own, least }: Sight, { n, share, max }: TaskOfUnit): boolean {
  if (own) return false
  if (n < least) return true
  const did = Math.round(share * n)
  return max === 1 && (isFew(did, least) || isFew(n - did, least))
}
