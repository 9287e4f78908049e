import { SMALL_SAMPLE } from '@objektiv/forensics'
import type { z } from 'zod'
import type { Locale } from '../../../messages/format.ts'
import { LEAST_SHOWN } from '../../territory/index.ts'
import type { screeningContract } from '../contract.ts'
import { titleOfFinding } from '../findings/word-finding.ts'
import { setName } from '../outputs/words.ts'
import { isMarked } from '../runs/run-rows.ts'
import type { SchoolSetLine } from '../store/list-school-sets.ts'
import type { ScreenedSet } from '../types.ts'
import type { View } from './reader.ts'
import { type Replies, repliesInSet } from './replies.ts'

type Item = z.input<(typeof screeningContract)['GET /api/runs/:id/schools']['response']>['items'][number]

/** A school in a set as the list shows it; where few pupils stand behind it, only to those who may see them. */
export function presentSchoolSet(
  locale: Locale,
  line: SchoolSetLine,
  sets: readonly ScreenedSet[],
  { small }: Pick<View, 'small'>,
  replies: Replies,
): Item {
  const set = sets[line.position]
  const hidden = !small && line.n < LEAST_SHOWN
  const mean = line.markers.find(({ marker }) => marker === 'high-mean')
  const bounds = mean && mean.lower !== null && mean.upper !== null
  return {
    key: `${line.login} ${line.position}`,
    school: line.registered ? { id: line.unitId, name: line.name ?? line.login } : null,
    name: line.name ?? line.login,
    login: line.login,
    municipality: line.municipality,
    kind: line.kind,
    position: line.position,
    set: setName(locale, set),
    n: line.n,
    mean: hidden ? null : line.mean,
    interval: hidden || !bounds ? null : { lower: mean.lower!, upper: mean.upper! },
    regionMean: set.mean,
    hidden,
    smallSample: line.n < SMALL_SAMPLE,
    markers: line.markers
      .filter(isMarked)
      .map(({ marker }) => ({ id: marker, text: titleOfFinding(locale, marker) })),
    degree: line.degree,
    flagged: line.flagged,
    replies: repliesInSet(replies, line).map(({ signalId, source, reply, state, outcome, overdueDays }) => ({
      ...{ signalId, source, reply, state, outcome, overdueDays },
    })),
  }
}
