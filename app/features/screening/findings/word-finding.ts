import { SMALL_SAMPLE, worksToRecheck } from '@objektiv/forensics'
import { type Locale, say } from '../../../messages/format.ts'
import { formatNumber } from '../../../messages/numbers.ts'
import { BESIDE } from '../detection/types.ts'
import { noteText } from '../outputs/words.ts'
import { causeFits } from './cause-fits.ts'
import type { FindingData, MarkerFinding, ReadingFinding, WordedFinding } from './finding-data.ts'
import { comparedSets, isCohort, markerNumber, markerSentence } from './marker-texts.ts'
import { methodsById } from './methods.ts'
import { placeOfReading } from './place-of-reading.ts'
import { channelCauses, channelChecks, channelOutcomes, readingSentence } from './reading-texts.ts'

/** A finding in words: sentence, numbers, reference, innocent causes, what to check and what that would show. */
export function wordFinding(locale: Locale, finding: FindingData): WordedFinding {
  return finding.kind === 'marker' ? wordMarker(locale, finding) : wordReading(locale, finding)
}

function wordMarker(locale: Locale, finding: MarkerFinding): WordedFinding {
  const { marker, sets, version, n, value, lower, upper, reference, region, official, schoolKind } = finding
  const method = methodsById.get(marker)!
  const number = (one: number | null) => markerNumber(locale, marker, one)
  const bounds = { lower: number(lower), upper: number(upper) }
  const words = (messages: readonly { id: string; params: Record<string, string | number> }[]) =>
    messages.map(({ id, params }) => say(locale, id, params))
  return {
    id: marker,
    title: titleOfFinding(locale, marker),
    sentence: markerSentence(locale, finding),
    where: comparedSets(locale, sets, version),
    n,
    value: number(value),
    interval: isCohort(marker) || lower === null ? null : say(locale, 'finding.interval', bounds),
    reference: say(locale, `finding.reference.${marker}`, {
      ...bounds,
      ...region,
      reference: number(reference),
    }),
    smallSample: n < SMALL_SAMPLE,
    inDegree: official,
    notes: finding.notes.map(note => noteText(locale, note)),
    innocent: words(method.innocent.filter(({ id }) => causeFits(id, { n, schoolKind }))),
    confirm: words(method.confirm),
    refute: words(method.refute),
    check: [say(locale, 'channel-check.remark', { n: worksToRecheck(n), works: n })],
    blind: [say(locale, `finding.blind.${marker}`)],
  }
}

function wordReading(locale: Locale, finding: ReadingFinding): WordedFinding {
  const { channel, n, z, groups, schoolKind, set } = finding
  return {
    id: channel,
    title: titleOfFinding(locale, channel),
    sentence: readingSentence(locale, finding),
    where: placeOfReading(locale, finding, set),
    n,
    value: say(locale, 'finding.deviation', { z: formatNumber(locale, z, 1) }),
    interval: null,
    reference:
      groups === null
        ? say(locale, 'finding.reference.model')
        : say(locale, 'finding.reference.classes', { groups }),
    smallSample: n < SMALL_SAMPLE,
    inDegree: !BESIDE.has(channel),
    notes: [],
    innocent: channelCauses(locale, finding, schoolKind),
    confirm: channelOutcomes(locale, finding, 'confirm'),
    refute: channelOutcomes(locale, finding, 'refute'),
    check: channelChecks(locale, finding),
    blind: [say(locale, `channel.${channel}.blind`)],
  }
}

/** Title of a channel or a marker. */
export function titleOfFinding(locale: Locale, id: string): string {
  return say(locale, isMarker(id) ? `method.${id}.title` : `channel.${id}.title`)
}

export function isMarker(id: string): boolean {
  return methodsById.has(id as never)
}
