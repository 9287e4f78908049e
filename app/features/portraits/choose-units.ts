import { parseLogin } from '../territory/index.ts'
import type { PortraitContext } from './context.ts'
import type { PortraitLevel } from './types.ts'

export interface UnitOfPortrait {
  readonly level: PortraitLevel
  /** Login as the run has it, name of a municipality; '' for the region. */
  readonly unit: string
}

/** Words by which a person means the region as a whole, and everybody. */
const REGION = new Set(['region', 'регион'])
const ALL = new Set(['all', 'все'])

/**
 * Units that a person's words mean: a login of a school in any spelling, a municipality by its name, «region», «all». Words
 * that mean nothing in this run come back as `unknown`.
 */
export function chooseUnits(
  { run, municipalities }: Pick<PortraitContext, 'run' | 'municipalities'>,
  words: readonly string[],
): { readonly units: readonly UnitOfPortrait[]; readonly unknown: readonly string[] } {
  const byDigits = new Map(
    run.schools.flatMap(({ school: { login } }) => {
      const digits = parseLogin(login)?.key
      return digits === undefined ? [] : [[digits, login] as const]
    }),
  )
  const names = new Map([...municipalities.keys()].map(name => [fold(name), name]))
  const region: UnitOfPortrait = { level: 'region', unit: '' }
  const everybody: UnitOfPortrait[] = [
    region,
    ...[...municipalities.keys()].map((unit): UnitOfPortrait => ({ level: 'municipality', unit })),
    ...run.schools.map(({ school }): UnitOfPortrait => ({ level: 'school', unit: school.login })),
  ]
  const unknown: string[] = []
  const chosen = words.flatMap((word): readonly UnitOfPortrait[] => {
    const folded = fold(word)
    if (ALL.has(folded)) return everybody
    const municipality = names.get(folded)
    if (municipality !== undefined) return [{ level: 'municipality', unit: municipality }]
    if (REGION.has(folded) || folded === fold(run.region)) return [region]
    const login = byDigits.get(parseLogin(word)?.key ?? '')
    if (login !== undefined) return [{ level: 'school', unit: login }]
    unknown.push(word)
    return []
  })
  return { units: [...new Map(chosen.map(one => [`${one.level} ${one.unit}`, one])).values()], unknown }
}

function fold(words: string): string {
  return words.trim().replace(/\s+/g, ' ').toLowerCase().replaceAll('ё', 'е')
}
