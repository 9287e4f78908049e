import type { SpecificationKey } from './specifications.ts'

/** Address of a paper: readable, and the same for the bundled one and for every revision: «ВПР.2021.8.География». */
export function idOfPaper({ procedure, version, year, grade, subject }: SpecificationKey): string {
  return [procedure, year, grade, subject, ...(version === null ? [] : [version])].join('.')
}

const PATTERN = /^(.+?)\.(\d{4})\.(\d{1,2})\.(.+?)(?:\.(базовая|углублённая))?$/u

/** The paper of an address; null for what is none. */
export function paperOfId(id: string): SpecificationKey | null {
  const match = PATTERN.exec(id)
  if (!match) return null
  const [, procedure, year, grade, subject, version] = match
  return { procedure, version: version ?? null, year: Number(year), grade: Number(grade), subject }
}
