import { drawCohortStrip } from '../../../documents/charts/cohort-strip.ts'
import { drawSmallDistribution } from '../../../documents/charts/small-distribution.ts'
import { drawSmallProfile } from '../../../documents/charts/small-profile.ts'
import type { Markup } from '../../../documents/html/html.ts'
import type { ChannelReading } from '../detection/types.ts'
import type { Screening } from '../types.ts'
import { figure } from './set-figures.ts'
import type { Wording } from './wording.ts'

/** 95 % of a standard normal. */
const USUAL = [-1.96, 1.96] as const

/** The picture of a reading: where the eye can see what the channel saw, else the reading among all others. */
export function readingFigure(
  { channel, set, n, picture }: ChannelReading,
  { sets }: Screening,
  id: string,
  { say, locale }: Wording,
): Markup | null {
  if (picture === null) return null
  const { distribution, boundaries, tasks } = sets[set]
  if (picture.kind === 'scores') {
    const title = say('detection.figure.scores')
    const description = say('detection.figure.scores-description', { n, scale: boundaries ? 'yes' : 'no' })
    const words = { x: say('report.distribution.x') }
    const chart = { id, title, description, locale, reference: distribution, boundaries, words }
    return figure(drawSmallDistribution({ ...chart, school: picture.scores }), title, description)
  }
  if (picture.kind === 'tasks') {
    const title = say('detection.figure.tasks')
    const description = say('detection.figure.tasks-description', { n })
    const named = picture.tasks.map(({ task, ...rest }) => ({ name: tasks[task].name, ...rest }))
    const words = { x: say('report.figure.profile-x') }
    return figure(
      drawSmallProfile({ id, title, description, locale, tasks: named, words }),
      title,
      description,
    )
  }
  const title = say(channel === 'external' ? 'detection.figure.strip-school' : 'detection.figure.strip')
  const description = say('detection.figure.strip-description', { n })
  const words = { x: say('detection.figure.strip-x'), lower: '', upper: '' }
  const chart = { id, title, description, locale, words, fences: USUAL }
  return figure(drawCohortStrip({ ...chart, ratios: picture.others, own: picture.own }), title, description)
}
