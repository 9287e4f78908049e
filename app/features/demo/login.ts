import type { DemoSchool } from './types.ts'

/** `sch` + digits until 2021, `edu` + the same digits from 2022. */
export function loginOf(school: Pick<DemoSchool, 'digits'>, year: number): string {
  return (year < 2022 ? 'sch' : 'edu') + school.digits
}
