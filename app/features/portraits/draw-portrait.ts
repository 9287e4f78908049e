import type { Report } from '../../documents/report/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { ProblemError } from '../../platform/problem.ts'
import { layOverContext, readReplies, schoolsOfUnit } from './lay-replies.ts'
import type { LoadedRun } from './load-run.ts'
import { makePortrait } from './make-portrait.ts'
import type { PortraitsService } from './service.ts'
import { type OpenedPortrait, openPortrait } from './store/open-portrait.ts'
import type { PortraitRequest } from './types.ts'

/** A portrait for one reader, and what it was opened as. */
export interface DrawnPortrait {
  readonly opened: OpenedPortrait
  readonly report: Report
}

/**
 * The portrait of a unit: whether it may be read is proved and replies are read in the reader's own scope; the run, which
 * nobody below the region may read whole, in between. Throws `not-found`, `run-not-done`.
 */
export async function drawPortrait(
  service: PortraitsService,
  { scope, locale }: Pick<Actor, 'scope' | 'locale'>,
  ids: { readonly run: number; readonly unit: number },
  notableOnly: boolean,
): Promise<DrawnPortrait> {
  const { database, runs, clock, timeZone } = service
  const opened = await database.as(scope, tx => openPortrait(tx, { scope }, ids.run, ids.unit))
  const loaded = await runs.load(ids.run)
  const { audience } = opened
  const replies = await database.as(scope, tx =>
    readReplies(tx, service, { runId: ids.run, locale, audience }, schoolsOfUnit(loaded, ids.unit)),
  )
  const today = localDate(clock(), timeZone)
  const request = requestOf(loaded, ids.unit, {
    level: opened.level,
    audience,
    template: { version: String(opened.template.number), off: opened.template.off },
    notableOnly,
    date: opened.sent?.day ?? today,
    repliesOn: today,
  })
  const report = makePortrait(layOverContext(loaded.context, replies), request, locale)
  if (report === null) throw new ProblemError({ code: 'not-found' })
  return { opened, report }
}

/** What is asked of the run for a unit. Throws `not-found` where the run has nothing of it. */
export function requestOf(
  { loginOf, municipalityOf }: Pick<LoadedRun, 'loginOf' | 'municipalityOf'>,
  unitId: number,
  asked: Omit<PortraitRequest, 'unit'>,
): PortraitRequest {
  const names = { region: '', municipality: municipalityOf.get(unitId), school: loginOf.get(unitId) }
  const unit = names[asked.level]
  if (unit === undefined) throw new ProblemError({ code: 'not-found' })
  return { ...asked, unit }
}
