import type { z } from 'zod'
import { sayDate } from '../../messages/dates.ts'
import { type Locale, say } from '../../messages/format.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { Actor } from '../../platform/http/index.ts'
import type { NamePeople } from '../territory/index.ts'
import type { FieldChange } from './diff-plans.ts'
import { type Days, presentDoubts, presentMeasure } from './measures/present-measure.ts'
import type { plansContract } from './plans-contract.ts'
import { PLAN_ACTS } from './plans-contract.ts'
import type { HeaderChange, PlanChanges } from './store/compare-versions.ts'
import { headerOf } from './store/frozen-plan.ts'
import type { PlanLine } from './store/list-plans.ts'
import type { OpenedPlan } from './store/open-plan.ts'
import type { PlanHeader } from './store/save-plan.ts'

type Contract = typeof plansContract
type Summary = z.input<Contract['GET /api/plans']['response']>['items'][number]
type Opened = Omit<z.input<Contract['GET /api/plans/:id']['response']>, 'dispatches'>
type Changes = z.input<Contract['GET /api/plans/:id/changes']['response']>
type PlanAct = (typeof PLAN_ACTS)[number]

export function presentPlan(line: PlanLine): Summary {
  const { measures, accepted, submitted, overdue, offered, below } = line
  return {
    id: line.id,
    unit: { id: line.unitId, name: line.unitName },
    level: line.level,
    municipality:
      line.municipalityId === null || line.municipalityName === null
        ? null
        : { id: line.municipalityId, name: line.municipalityName },
    title: line.title,
    period: { start: line.start, end: line.end, school: line.school, original: line.periodWords },
    state: line.state,
    counts: { measures, accepted, submitted, overdue, offered, below },
    above: line.above,
    version: line.version,
  }
}

/** The page of a plan, but what of it is on its way. */
export async function presentOpened(
  tx: Tx,
  { locale, scope, may }: Actor,
  plan: OpenedPlan,
  { namePeople, publicUrl }: { readonly namePeople: NamePeople; readonly publicUrl: string },
  days: Days,
): Promise<Opened> {
  const { approval, abbreviations } = headerOf(plan.row)
  const names = await namePeople(tx, [...new Set(plan.versions.map(({ by }) => by))])
  const { publication } = plan
  return {
    ...presentPlan(plan.line),
    approval,
    abbreviations: [...abbreviations],
    source: plan.source,
    previous: plan.previous,
    aboveTitle: plan.above?.title ?? null,
    copies: plan.copies,
    result: plan.row.result,
    versions: plan.versions.map(({ number, at, by }) => ({
      ...{ number, at: at.toISOString(), by: names.get(by) ?? say(locale, 'plans.somebody') },
    })),
    changed: plan.changed,
    publication: publication && {
      address: publicAddress(publicUrl, publication.token),
      version: publication.version,
      withNames: publication.withNames,
      at: publication.at.toISOString(),
    },
    measures: plan.measures.map(({ listed, row }) => ({
      ...presentMeasure(locale, listed, days),
      ...{ year: row.year, level: row.level, place: row.place, participants: row.participants },
      ...{ expectedResult: row.expected_result, mandatory: row.mandatory, byPlan: row.by_plan },
      doubts: presentDoubts(locale, row.doubtful),
    })),
    acts: actsOn(plan, scope.unitPath, may),
  }
}

/** Where the public page of a plan stands. */
export function publicAddress(publicUrl: string, token: string): string {
  return new URL(`/published-plans/${token}`, publicUrl).href
}

/** What the reader may do with a plan: the page offers exactly these. */
function actsOn(
  { row, measures, versions, publication }: OpenedPlan,
  own: string,
  may: Actor['may'],
): PlanAct[] {
  if (row.unit_path !== own) return []
  const open = row.state !== 'closed'
  const allowed: Readonly<Record<PlanAct, boolean>> = {
    edit: open && may('plan.edit'),
    approve: open && measures.length > 0 && may('plan.approve'),
    close: row.state === 'approved' && may('plan.approve'),
    'roll-over': row.state !== 'draft' && may('plan.edit'),
    send: row.state === 'approved' && row.level !== 'school' && may('plan.accept'),
    publish: versions.length > 0 && may('plan.approve'),
    unpublish: publication !== null && may('plan.approve'),
    remove: row.state === 'draft' && row.above_id === null && may('plan.edit'),
  }
  return PLAN_ACTS.filter(act => allowed[act])
}

export function presentChanges(locale: Locale, { since, header, measures }: PlanChanges): Changes {
  return {
    since,
    header: header.map(change => ({
      field: change.field,
      title: say(locale, `plans.header.${change.field}`),
      before: wordHeader(locale, change.field, change.before),
      after: wordHeader(locale, change.field, change.after),
    })),
    items: measures.map(({ key, kind, number, text, fields }) => ({
      kind,
      measure: kind === 'removed' ? null : Number(key),
      number,
      text,
      fields: fields.map(change => ({
        field: change.field,
        title: say(locale, `measure.field.${change.field}`),
        before: wordField(locale, change.field, change.before),
        after: wordField(locale, change.field, change.after),
      })),
    })),
  }
}

function wordHeader(locale: Locale, field: HeaderChange['field'], header: PlanHeader): string | null {
  if (field === 'title') return header.title
  if (field === 'abbreviations')
    return header.abbreviations.map(({ short, full }) => `${short} — ${full}`).join('; ') || null
  const { start, end } = header.period
  return say(locale, 'plans.from-to', { start: sayDate(locale, start), end: sayDate(locale, end) })
}

function wordField(locale: Locale, field: FieldChange['field'], value: FieldChange['before']): string | null {
  if (value === null || value === '') return null
  if (field === 'level') return say(locale, `plan.level.${value as string}`)
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  if ('original' in value) return value.original
  return value.map(({ original }) => original).join(', ') || null
}
