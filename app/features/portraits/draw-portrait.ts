import type { Report } from '../../documents/report/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import { localDate } from '../../platform/local-date.ts'
import { ProblemError } from '../../platform/problem.ts'
import { treeChanged } from './frozen-tree.ts'
import { type AskedUnits, layOverContext, readReplies, unitsOfPortrait } from './lay-replies.ts'
import type { LoadedRun } from './load-run.ts'
import { makePortrait } from './make-portrait.ts'
import type { PortraitsService } from './service.ts'
import { readStandings, type Standing, standsOtherwise } from './standing.ts'
import { type OpenedPortrait, openPortrait } from './store/open-portrait.ts'
import type { PortraitRequest } from './types.ts'

/** A portrait for one reader, and what it was opened as. */
export interface DrawnPortrait {
  readonly opened: OpenedPortrait
  readonly report: Report
  /** Whether it is shown as of today, though it was sent on another day. */
  readonly now: boolean
  /** Whether today's would say anything else of replies, measures, lists or the tree; false where nothing was kept. */
  readonly changed: boolean
}

export interface DrawOptions {
  readonly notableOnly: boolean
  /** As of today, even where it was sent. */
  readonly now: boolean
}

/**
 * The portrait of a unit: whether it may be read is proved and replies are read in the reader's own scope; the run, which
 * nobody below the region may read whole, in between. What was sent is shown as it was sent. Throws `not-found`,
 * `run-not-done`.
 */
export async function drawPortrait(
  service: PortraitsService,
  { scope, locale }: Pick<Actor, 'scope' | 'locale'>,
  ids: { readonly run: number; readonly unit: number },
  { notableOnly, now }: DrawOptions,
): Promise<DrawnPortrait> {
  const { database, runs, clock, timeZone } = service
  const opened = await database.as(scope, tx => openPortrait(tx, { scope }, ids.run, ids.unit))
  const { audience, sent } = opened
  const stood = now ? null : (sent?.stood ?? null)
  const loaded = await runs.load(ids.run, stood && sent!.tree)
  const units = unitsOfPortrait(loaded, ids.unit)
  const replies = await database.as(scope, tx =>
    readReplies(tx, service, { runId: ids.run, locale, audience, stood }, units),
  )
  const today = localDate(clock(), timeZone)
  const request = requestOf(loaded, ids.unit, {
    level: opened.level,
    audience,
    template: { version: String(opened.template.number), off: opened.template.off },
    notableOnly,
    date: opened.sent?.day ?? today,
    repliesOn: stood?.day ?? today,
  })
  const report = makePortrait(layOverContext(loaded.context, replies), request, locale)
  if (report === null) throw new ProblemError({ code: 'not-found' })
  return {
    ...{ opened, report },
    now: sent?.stood != null && now,
    changed: sent?.stood
      ? await hasChanged(service, scope, ids, { ...sent, stood: sent.stood }, units)
      : false,
  }
}

/** Replies are compared as the reader has them in reach; the tree, which is the region's, past that. */
async function hasChanged(
  service: PortraitsService,
  scope: Actor['scope'],
  { run, unit }: { readonly run: number; readonly unit: number },
  { tree, stood }: { readonly tree: number | null; readonly stood: Standing },
  { schools }: AskedUnits,
): Promise<boolean> {
  const { database } = service
  const asked = { id: unit, schools: schools.map(([, id]) => id) }
  const standing = await database.as(scope, tx => readStandings(tx, service, run, [asked]))
  if (standsOtherwise(stood, standing.get(unit)!)) return true
  return tree !== null && (await database.asSystem('system:portraits', tx => treeChanged(tx, run, tree)))
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
