import type { Block, Cell } from '../../../documents/report/index.ts'
import { type ScreenedSet, setName } from '../../screening/threads.ts'
import type { OfTerritory } from '../asked.ts'
import { FEW, heading, interval, left, number, right, sentence, share, table, text } from '../blocks.ts'

type InSet = OfTerritory['sets'][number]

/**
 * The same work over the years, as a table: neighbouring years are comparable only where maximum, scale and tasks
 * stayed as they were, and each line says whether they did. No line is drawn through them.
 */
export function changesOverYears(asked: OfTerritory): Block[] {
  const { say } = asked
  const series = [...Map.groupBy(asked.sets, ({ set }) => seriesOf(set.set))]
    .map(([, sets]) => sets.toSorted((a, b) => a.set.set.year - b.set.set.year))
    .filter(sets => sets.length > 1)
  const title = heading(say('portrait.changes.title'))
  if (series.length === 0) return [title, sentence(say('portrait.changes.one-year'), 'quiet')]
  return [
    title,
    table(
      'changes',
      say('portrait.changes.title'),
      [
        left(say('portrait.column.set'), 2.4),
        right(say('portrait.column.schools')),
        right(say('portrait.column.works')),
        right(say('portrait.column.maximum')),
        right(say('portrait.column.mean')),
        right(say('portrait.column.interval'), 1.4),
        right(say('portrait.column.share-of-max')),
        left(say('portrait.column.comparable'), 2.4),
      ],
      series.flatMap(sets => sets.map((one, i) => lineOf(asked, one, sets[i - 1] ?? null))),
    ),
    sentence(say('portrait.changes.explained'), 'note'),
  ]
}

function seriesOf({ procedure, version, subject, grade }: ScreenedSet): string {
  return [procedure, version ?? '', subject, grade].join('\n')
}

function lineOf({ say, locale }: OfTerritory, { set, group, shown }: InSet, before: InSet | null): Cell[] {
  const { maxScore } = set.set
  const change = before === null ? 'first' : changeOf(before.set.set, set.set)
  return [
    text(setName(locale, set.set)),
    shown ? number(group.members.length) : FEW,
    shown ? number(group.works) : FEW,
    number(maxScore),
    shown ? number(group.mean, 2) : FEW,
    shown ? interval(group.lower, group.upper, 2) : FEW,
    shown ? share(group.mean === null ? null : group.mean / maxScore) : FEW,
    text(say(`portrait.changes.${change}`, { before: before?.set.set.maxScore ?? 0, after: maxScore })),
  ]
}

/** What makes two years incomparable; «other» pupils they are always. */
export function changeOf(
  before: ScreenedSet,
  after: ScreenedSet,
): 'maximum' | 'scale' | 'no-scale' | 'tasks' | 'gap' | 'same' {
  if (before.maxScore !== after.maxScore) return 'maximum'
  if (before.boundaries === null || after.boundaries === null) return 'no-scale'
  if (before.boundaries.join() !== after.boundaries.join()) return 'scale'
  const tasks = ({ tasks }: ScreenedSet) => tasks.map(({ name, max }) => `${name} ${max}`).join('\n')
  if (tasks(before) !== tasks(after)) return 'tasks'
  return after.year - before.year > 1 ? 'gap' : 'same'
}
