import { type Locale, say } from '../../messages/format.ts'
import { formatProbability } from '../../messages/numbers.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import type { Right } from '../accounts/index.ts'
import { yearsRunning } from '../federal-list/index.ts'
import { setName, wordRecord } from '../screening/index.ts'
import type { NamePeople } from '../territory/index.ts'
import type { Days } from './calendar.ts'
import type { Evidence } from './evidence.ts'
import type { FederalYearsOf } from './federal-years.ts'
import { presentSignal } from './present-signal.ts'
import { presentSteps } from './present-steps.ts'
import { type Act, actsOf, levelOf, opensCase, outcomesOf, type SignalFacts } from './rules.ts'
import { shownFindings } from './shown-findings.ts'
import { sightOf } from './sight.ts'
import type { SignalRow } from './store/describe-signals.ts'
import { findGoneSchools } from './store/find-gone-schools.ts'
import { getSignal, readEvidence } from './store/get-signal.ts'
import { type PastSignal, readHistory } from './store/read-history.ts'
import { readSteps } from './store/read-steps.ts'
import { wordShown } from './word-findings.ts'
import { namedChannels, replyPhrase } from './words.ts'

export interface PassportDoors {
  readonly namePeople: NamePeople
  readonly federalYearsOf: FederalYearsOf
}

/** Rights by which an act is done: a token of an integration may have fewer than its person. */
const RIGHT_OF: Readonly<Record<Act, Right>> = {
  ask: 'signal.ask',
  extend: 'signal.ask',
  forward: 'signal.forward',
  comment: 'signal.comment',
  reply: 'signal.reply',
  return: 'signal.close',
  close: 'signal.close',
  reopen: 'signal.close',
}

/** The passport of a signal for one reader: what was found, frozen; how the reply stands, now. */
export async function buildPassport(
  tx: Tx,
  actor: Actor,
  id: number,
  days: Days,
  { namePeople, federalYearsOf }: PassportDoors,
) {
  const { locale, scope } = actor
  const { today } = days
  const row = await getSignal(tx, id)
  const { evidence } = await readEvidence(tx, id)
  const steps = await readSteps(tx, id)
  const names = await namePeople(tx, [...new Set(steps.map(({ account_id }) => account_id))])
  const past = await readHistory(tx, row)
  const federal = await federalYearsOf(tx, row.unitId)
  const gone = await findGoneSchools(tx, [row.unitId], today)

  const findings = shownFindings(evidence, sightOf(scope, row.unitPath)).map(shown =>
    wordShown(locale, shown, id),
  )
  const level = levelOf(scope.unitPath, row.unitPath)
  const facts = factsOf(row, gone.has(row.unitId))
  return {
    ...presentSignal(locale, row, days),
    headline: findings[0]?.sentence ?? say(locale, 'signal.headline.degree'),
    certainty: certaintyOf(locale, row, evidence),
    schoolGone: gone.has(row.unitId),
    schoolKind: evidence.school.kind,
    locality: evidence.school.locality,
    findings,
    record: recordOf(locale, evidence),
    history: historyOf(locale, past, federal, days),
    federalYears: yearsRunning(federal),
    steps: presentSteps(locale, steps, names),
    may: actsOf(facts, scope.role, level).filter(act => actor.may(RIGHT_OF[act])),
    outcomes: actor.may('signal.close') ? outcomesOf(facts, scope.role, level, today) : [],
    mayOpenCase: opensCase(scope.role, level) && actor.may('participant.read'),
  }
}

export function factsOf(row: SignalRow, gone: boolean): SignalFacts {
  return {
    state: row.state,
    dueOn: row.dueOn,
    published: row.published,
    dataUndone: row.dataUndone,
    forwarded: row.forwarded,
    replied: row.repliedAt !== null,
    school: gone ? 'gone' : 'present',
  }
}

function certaintyOf(locale: Locale, { degree, fdr }: SignalRow, { detection }: Evidence): string | null {
  if (degree === null || fdr === null || detection === null) return null
  const { flagged, expectedFalse, budget } = detection
  return say(locale, 'signal.certainty', {
    degree,
    fdr: formatProbability(locale, fdr),
    flagged,
    expected: expectedFalse,
    budget,
  })
}

function recordOf(locale: Locale, { record }: Evidence) {
  return wordRecord(locale, record).map(({ label, value }) => ({
    label,
    value: value === record.createdAt ? momentOf(locale, value) : asText(locale, value),
  }))
}

/** In the time of the world, as the label says: a run is made again somewhere else, perhaps. */
function momentOf(locale: Locale, instant: string): string {
  return new Date(instant).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
}

function asText(locale: Locale, value: string | number): string {
  return typeof value === 'number' ? value.toLocaleString(locale) : value
}

/** By year, the latest first: signals of ours, and beside them what the federal list says. */
function historyOf(
  locale: Locale,
  past: readonly PastSignal[],
  federal: ReadonlyMap<number, readonly string[]>,
  days: Days,
) {
  const byYear = Map.groupBy(past, ({ year }) => year)
  const years = [...new Set([...byYear.keys(), ...federal.keys()])].sort((a, b) => b - a)
  return years.map(year => ({
    year,
    signals: (byYear.get(year) ?? []).map(signal => ({
      id: signal.id,
      set: setName(locale, { ...signal, version: signal.paperVersion }),
      source: signal.source,
      channels: namedChannels(locale, signal.channels).map(({ text }) => text),
      reply: replyPhrase(locale, signal, days),
    })),
    federal: federal.has(year) ? [...federal.get(year)!] : null,
  }))
}
