/**
 * Without a column for it the region is the first two digits of the logins, where all agree; null otherwise.
 *
 * @param all six digits of each row's login as a number, 0 where unknown
 */
export function regionOfLogins(all: Uint32Array): string | null {
  const schools = all.filter(school => school !== 0)
  if (schools.length === 0) return null
  const region = Math.floor(schools[0] / 10_000)
  return schools.every(school => Math.floor(school / 10_000) === region)
    ? String(region).padStart(2, '0')
    : null
}
