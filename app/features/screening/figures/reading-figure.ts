import type { ChannelReading } from '../detection/types.ts'
import type { Screening } from '../types.ts'
import type { FigureData } from './figure-data.ts'

/** 95 % of a standard normal. */
const USUAL = [-1.96, 1.96] as const

/** The picture of a reading: where the eye can see what the channel saw, else the reading among all others. */
export function readingFigure(
  { channel, set, n, picture }: ChannelReading,
  { sets }: Pick<Screening, 'sets'>,
): FigureData | null {
  if (picture === null) return null
  const { distribution, boundaries, tasks } = sets[set]
  if (picture.kind === 'scores')
    return {
      kind: 'scores',
      title: { id: 'detection.figure.scores', params: {} },
      description: {
        id: 'detection.figure.scores-description',
        params: { n, scale: boundaries ? 'yes' : 'no' },
      },
      reference: distribution,
      own: [...picture.scores],
      boundaries,
    }
  if (picture.kind === 'tasks')
    return {
      kind: 'profile',
      title: { id: 'detection.figure.tasks', params: {} },
      description: { id: 'detection.figure.tasks-description', params: { n } },
      tasks: picture.tasks.map(({ task, ...rest }) => ({ name: tasks[task].name, ...rest })),
    }
  return {
    kind: 'strip',
    title: {
      id: channel === 'external' ? 'detection.figure.strip-school' : 'detection.figure.strip',
      params: {},
    },
    description: { id: 'detection.figure.strip-description', params: { n } },
    axis: 'deviation',
    own: picture.own,
    others: picture.others,
    usual: USUAL,
  }
}
