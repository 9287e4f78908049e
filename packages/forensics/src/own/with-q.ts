import type { SchoolFinding } from '../method.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'

/** The findings of one set with q filled in from their p. */
export function withQ(findings: readonly SchoolFinding[]): SchoolFinding[] {
  const q = benjaminiHochberg(findings.map(finding => finding.p))
  return findings.map((finding, i) => ({ ...finding, q: q[i] }))
}
