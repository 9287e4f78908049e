/**
 * Intraclass correlation ρ of a yes/no property of works within schools, by the method of moments (Kleinman 1973, JASA
 * 68: 46–54; the weights are those of DerSimonian–Laird for the binomial variance). With π the share over all N works,
 * Q = Σ n_s(π_s − π)²/(π(1 − π)) has the mean Σ(1 + (n_s − 1)ρ)(1 − n_s/N), which is I − 1 for ρ = 0, so
 *
 *     ρ = (Q − (I − 1)) / Σ(n_s − 1)(1 − n_s/N), kept between 0 and 1.
 *
 * Null where nothing can be said: no school with two works, a single school, or a share of 0 or 1.
 *
 * @param schools per school its works and how many of them have the property; n ≥ 1
 */
export function correlationWithin(
  schools: readonly { readonly n: number; readonly count: number }[],
): number | null {
  let works = 0
  let count = 0
  for (const school of schools) {
    works += school.n
    count += school.count
  }
  const share = count / works
  if (!(share > 0 && share < 1)) return null
  // In the order of their values: the sums do not depend on how schools are numbered.
  const sorted = schools.toSorted((a, b) => a.n - b.n || a.count - b.count)
  let q = 0
  let room = 0
  for (const school of sorted) {
    q += school.n * (school.count / school.n - share) ** 2
    room += (school.n - 1) * (1 - school.n / works)
  }
  if (!(room > 0)) return null
  const excess = q / (share * (1 - share)) - (schools.length - 1)
  return Math.min(1, Math.max(0, excess / room))
}
