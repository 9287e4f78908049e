import type { ComparedMeasure } from './diff-plans.ts'
import { HIDDEN, hideNames } from './hide-names.ts'
import { personIn } from './reading/responsible.ts'
import type { FrozenPlan } from './store/frozen-plan.ts'
import type { PlanApproval, PlanHeader } from './store/save-plan.ts'

/** A plan in words only, as everybody reads it. */
export interface PrintedPlan {
  readonly unit: string
  readonly title: string
  readonly period: PlanHeader['period']
  readonly approval: PlanApproval | null
  readonly abbreviations: PlanHeader['abbreviations']
  readonly sections: readonly {
    readonly title: string | null
    readonly measures: readonly PrintedMeasure[]
  }[]
  readonly version: number
  readonly publishedAt: string
}

interface PrintedMeasure {
  readonly number: string | null
  readonly year: number | null
  readonly text: string
  readonly term: string | null
  readonly place: string | null
  readonly participants: string | null
  readonly responsible: string | null
  readonly expectedResult: string | null
}

/** The page of an approved plan. Without names, persons are told by their posts and bodies alone. */
export function printPlan(
  { unit, header, measures }: FrozenPlan,
  { number, at, withNames }: { readonly number: number; readonly at: Date; readonly withNames: boolean },
): PrintedPlan {
  const hide = withNames ? (words: string | null) => words : hiderOf(header, measures)
  const { post, person, date, number: paper } = header.approval
  return {
    unit,
    title: hide(header.title) ?? header.title,
    period: header.period,
    approval:
      post || person || date || paper
        ? { post: hide(post), person: withNames ? person : null, date, number: paper }
        : null,
    abbreviations: header.abbreviations.map(({ short, full }) => ({ short, full: hide(full) ?? HIDDEN })),
    sections: sectionsOf(measures, hide, withNames),
    version: number,
    publishedAt: at.toISOString(),
  }
}

function sectionsOf(
  measures: readonly ComparedMeasure[],
  hide: (words: string | null) => string | null,
  withNames: boolean,
): PrintedPlan['sections'] {
  const sections: { title: string | null; measures: PrintedMeasure[] }[] = []
  for (const measure of measures) {
    const title = hide(measure.section)
    const last = sections.at(-1)
    if (!last || last.title !== title) sections.push({ title, measures: [] })
    sections.at(-1)!.measures.push({
      ...{ number: measure.number, year: measure.year },
      text: hide(measure.text) ?? '…',
      term: hide(measure.term?.original ?? null),
      ...{ place: hide(measure.place), participants: hide(measure.participants) },
      responsible: hide(whoAnswers(measure, withNames)),
      expectedResult: hide(measure.expectedResult),
    })
  }
  return sections
}

/** Bodies and posts; the person stands beside them where names are shown. */
function whoAnswers({ responsible }: ComparedMeasure, withNames: boolean): string | null {
  const words = responsible.flatMap(({ original, person, post }) =>
    withNames || person === null ? [original] : post === null ? [] : [post],
  )
  return words.length === 0 ? null : words.join(', ')
}

/** Endings of cases behind the stem of a surname. */
const ENDING = '(?:[а-яё]{0,3})'

/**
 * Takes the names of persons out of words: whatever looks like a name with initials or a patronymic, and the surnames of
 * those whom the plan names as answering, performing or approving, in any case.
 */
function hiderOf({ approval }: PlanHeader, measures: readonly ComparedMeasure[]) {
  const named = [
    approval.person,
    ...measures.flatMap(({ responsible, performer }) => [
      ...responsible.map(({ person }) => person),
      performer === null ? null : personIn(performer),
    ]),
  ].flatMap(person => person ?? [])
  const stems = [...new Set(named.flatMap(stemOf))].sort((a, b) => b.length - a.length)
  const surnames =
    stems.length === 0
      ? null
      : new RegExp(`(?<![А-Яа-яЁё])(?:${stems.join('|')})${ENDING}(?![А-Яа-яЁё])`, 'gu')
  return (words: string | null): string | null => {
    if (words === null) return null
    const bare = hideNames(words)
    return tidy(surnames === null ? bare : bare.replace(surnames, HIDDEN), words)
  }
}

/** The part of a surname that no case changes. */
function stemOf(person: string): string[] {
  const surname = person.split(/\s+/).find(part => !/\./.test(part) && part.length > 2)
  if (!surname) return []
  const stem = surname.replace(/(?:ая|ий|ый|ой|а|я|ь|й)$/u, '')
  return [(stem.length >= 3 ? stem : surname).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')]
}

/** A cell of nothing but a hidden name is an empty one. */
function tidy(words: string, before: string): string | null {
  if (words === before) return words
  const tidied = words
    .replace(/\(\s*…\s*\)/g, HIDDEN)
    .replace(/…(?:\s*[,;]?\s*…)+/g, HIDDEN)
    .trim()
  return /^[\s…,;.–—-]*$/.test(tidied) ? null : tidied
}
