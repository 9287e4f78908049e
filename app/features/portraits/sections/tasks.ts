import { SMALL_SAMPLE } from '@objektiv/forensics'
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
import { profileOf, profileOfGroup, type TaskOfUnit, taskTold } from '../task-profile.ts'
import { RECOMMENDATIONS_2026 } from '../thresholds.ts'

/** Tasks from the region's easiest to its hardest, with intervals, levels and what the recommendation of 2026 says. */
export function tasksSection(asked: Asked): Block[] {
  const { say } = asked
  const drawn =
    asked.level === 'school'
      ? asked.sets.flatMap(one =>
          one.shown ? ofUnit(asked, one, profileOf(one.set.set, one.row.profile), one.row.n) : [],
        )
      : asked.sets.flatMap(one =>
          one.shown
            ? ofUnit(asked, one, profileOfGroup(one.set.set, one.group.members), one.group.works)
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

function isLow({ state }: TaskOfUnit): boolean {
  return state === 'insufficient'
}

/** Fewer tasks make no profile. */
const LEAST_DRAWN = 3

function ofUnit(
  asked: Asked,
  { set, beside, readers }: Pick<Asked['sets'][number], 'set' | 'beside' | 'readers'>,
  tasks: readonly TaskOfUnit[],
  n: number,
): Block[] {
  const { say, locale, level } = asked
  if (tasks.length === 0) return []
  const id = `tasks-${set.position}`
  const others = level !== 'region'
  const few = new Set(tasks.filter(task => !taskTold(asked, set, task)))
  const seen = asked.sight.ofSet(set)
  const besides = new Set(tasks.filter(({ index }) => beside && seen.taskBeside(index, readers)))
  const isDrawn = (task: TaskOfUnit) => besides.has(task) && !few.has(task)
  const data: FigureData | null =
    level === 'region'
      ? tasksOf(set.set)
      : {
          kind: 'profile',
          title: { id: `portrait.tasks.title-${level}`, params: {} },
          description: {
            id: 'portrait.tasks.description',
            params: {
              ...{ n, year: String(RECOMMENDATIONS_2026.year) },
              levels: tasks.some(({ of }) => of !== null) ? 'yes' : 'no',
              low: tasks.some(task => isDrawn(task) && isLow(task)) ? 'yes' : 'no',
            },
          },
          tasks: tasks.filter(isDrawn).map(task => ({
            ...{ name: task.name, difference: task.difference, lower: task.from, upper: task.to },
            ...{ level: task.of && task.level, low: isLow(task) },
          })),
        }
  if (data === null) return []
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
    // How many had a task before them is known where it was everybody.
    few.has(task) && task.n !== n ? FEW : number(task.n),
    ...(few.has(task) ? [FEW, FEW] : [share(task.share), shareInterval(task.lower, task.upper)]),
    ...(others
      ? [
          besides.has(task) ? share(task.region) : FEW,
          besides.has(task) && !few.has(task) ? shareInterval(task.from, task.to) : FEW,
        ]
      : []),
    few.has(task) ? FEW : text(task.state === null ? null : say(`portrait.tasks.${task.state}`)),
  ])
  // The picture holds tasks against the region, and has those alone that may be read off it.
  const drawn = level === 'region' ? few.size === 0 : tasks.filter(isDrawn).length >= LEAST_DRAWN
  const name = setName(locale, set.set)
  const notes = [
    ...(tasks.every(({ of }) => of === null) ? [say('portrait.tasks.no-levels')] : []),
    ...(n < SMALL_SAMPLE ? [say('portrait.tasks.small', { n })] : []),
  ]
  if (drawn) return [figure(id, drawFigure(data, id, locale, HALVED), columns, rows, name, notes)]
  return [
    heading(name),
    table(id, say('portrait.section.tasks'), columns, rows),
    ...notes.map(note => sentence(note, 'note')),
  ]
}

/** Drawn so that two stand in a row. */
const HALVED = true
