import type { Locale } from '../../messages/format.ts'
import { wordProblem } from '../../platform/word-problem.ts'
import type { ListedSchool } from './store/list-schools.ts'
import type { FederalList } from './store/read-lists.ts'

export function presentSchool({ school, markers, running, years }: ListedSchool) {
  const { id, name, login, municipality } = school
  return {
    school: { id, name, login },
    municipality: municipality && { id: municipality.id, name: municipality.name },
    ...{ markers: [...markers], running, years: [...years] },
  }
}

export function presentList(one: FederalList, people: ReadonlyMap<string, string>) {
  return {
    id: one.id,
    file: one.file,
    state: one.state,
    years: [...one.years],
    rows: one.rows,
    marked: one.marked,
    problems: one.problems.length,
    sentBy: people.get(one.sentBy) ?? null,
    sentAt: one.sentAt.toISOString(),
    decidedAt: one.decidedAt?.toISOString() ?? null,
    undoneAt: one.undoneAt?.toISOString() ?? null,
    reason: one.reason,
  }
}

export function presentDetails(locale: Locale, one: FederalList, people: ReadonlyMap<string, string>) {
  return {
    ...presentList(one, people),
    problemList: one.problems.map(problem => ({
      code: problem.code,
      ...wordProblem(locale, problem),
      ...(problem.place ? { place: { ...problem.place } } : {}),
    })),
    list: one.list.map(({ row, year, login, municipality, school, markers }) => ({
      ...{ row, year, login, municipality, school },
      markers: [...markers],
    })),
  }
}
