import { type Locale, say } from '../../messages/format.ts'
import { wordProblem } from '../../platform/word-problem.ts'
import type { SpecificationChange } from './differ-specifications.ts'
import type { Paper } from './list-papers.ts'
import { nameOfAssessment } from './name-assessment.ts'
import { idOfPaper } from './specification-id.ts'
import { toEntry } from './specification-schema.ts'
import type { SpecificationKey } from './specifications.ts'
import type { PaperPage } from './store/get-paper.ts'
import type { Specification } from './types.ts'

/** A paper as the API answers it in lists. */
export function presentPaper(locale: Locale, { specification, state, origin, revision, revisedAt }: Paper) {
  return {
    ...presentKey(locale, specification),
    ...{ state, origin, revision },
    revisedAt: revisedAt?.toISOString() ?? null,
    maxPrimary: specification.maxPrimary,
    tasks: specification.tasks?.length ?? null,
    source: specification.source,
  }
}

export function presentPaperPage(locale: Locale, page: PaperPage, people: ReadonlyMap<string, string>) {
  return {
    ...presentPaper(locale, page),
    content: presentContent(page.specification),
    faults: page.faults.map(fault => ({ code: fault.code, ...wordProblem(locale, fault) })),
    revisions: page.steps.map(({ revision, createdBy, createdAt, source, reason, changes }) => ({
      revision,
      by: createdBy === null ? null : (people.get(createdBy) ?? null),
      at: createdAt?.toISOString() ?? null,
      ...{ source, reason },
      changes: changes.map(change => presentChange(locale, change)),
    })),
    campaign: page.campaign,
  }
}

export function presentKey(locale: Locale, key: SpecificationKey) {
  const { procedure, version, year, grade, subject } = key
  return {
    id: idOfPaper(key),
    title: nameOfAssessment(locale, key),
    ...{ procedure, year, grade, subject },
    version: version as 'базовая' | 'углублённая' | null,
  }
}

export function presentContent(specification: Specification) {
  const { max_primary, bands, tasks, source } = toEntry(specification)
  return { maxPrimary: max_primary, bands, tasks, source }
}

/** «Задание 5.1: максимум», «1», «2»: what a revision changes, in words. */
export function presentChange(locale: Locale, { what, of, field, before, after }: SpecificationChange) {
  const label = say(locale, `specification.change.${field ? `${what}-${field}` : what}`, { of })
  const points = (value: string | null) =>
    value === null ? null : say(locale, 'specification.points', { count: Number(value) })
  if (what === 'task-added' || what === 'task-removed')
    return { label, before: points(before), after: points(after) }
  const level = (value: string | null) =>
    value === null ? null : say(locale, 'specification.level', { level: value })
  return field === 'level' ? { label, before: level(before), after: level(after) } : { label, before, after }
}
