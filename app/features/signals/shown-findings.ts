import type { FigureData, FindingData } from '../screening/index.ts'
import { type Bar, LEAST_SHOWN, mergeSmallBars, suppressSmallCells } from '../territory/index.ts'
import type { Evidence } from './evidence.ts'

/** What a reader is shown of the evidence besides the school's own words. */
export interface Sight {
  /** Results of fewer than five pupils: the school itself and the region's analyst. */
  readonly small: boolean
  /** Values of other schools and classes, unnamed: the region. Below it stand the usual range and the school's own. */
  readonly others: boolean
}

export interface ShownFinding {
  readonly finding: FindingData
  /** Too few pupils stand behind it: neither sentence, nor value, nor picture. */
  readonly hidden: boolean
  readonly figure: FigureData | null
  /** There is a picture, and this reader does not see it. */
  readonly withheld: boolean
  /** Of a distribution whose scores were taken together: its bars. */
  readonly bars: readonly Bar[] | null
}

/** The findings as this reader may see them. Pure: the same for everybody of the same sight. */
export function shownFindings(evidence: Evidence, sight: Sight): ShownFinding[] {
  const groups = sight.small ? null : groupsShown(evidence)
  return evidence.findings.map(finding => {
    if (groups && finding.n < LEAST_SHOWN)
      return { finding, hidden: true, figure: null, withheld: finding.figure !== null, bars: null }
    const bounded = groups ? outside(finding, groups, evidence) : { figure: finding.figure, bars: null }
    const figure = sight.others ? bounded.figure : alone(bounded.figure, finding)
    return {
      finding,
      hidden: false,
      figure,
      withheld: finding.figure !== null && figure === null,
      bars: bounded.bars,
    }
  })
}

/** Classes whose pictures may be shown, by set: neither small themselves nor giving a small rest away. */
function groupsShown({ findings, sets }: Evidence): ReadonlyMap<string, Set<string>> {
  const classes = Map.groupBy(findings.filter(isOfClass), ({ set }) => keyOf(set))
  return new Map(
    [...classes].map(([set, found]) => [
      set,
      suppressSmallCells(
        new Map(found.map(one => [one.class ?? '', one.n])),
        sets.find(one => keyOf(one) === set)?.works ?? 0,
      ),
    ]),
  )
}

type Reading = Extract<FindingData, { kind: 'reading' }>

/** An examination speaks of the whole school. */
function isOfClass(finding: FindingData): finding is Reading {
  return finding.kind === 'reading' && finding.channel !== 'external'
}

/**
 * Outside the school: a distribution is drawn of the whole school alone, with scores taken together; a profile of tasks of a
 * class that may be shown; a table of marks and scores not at all, because each of its cells is a few pupils.
 */
function outside(
  finding: FindingData,
  groups: ReadonlyMap<string, Set<string>>,
  { sets }: Evidence,
): Pick<ShownFinding, 'figure' | 'bars'> {
  const nothing = { figure: null, bars: null }
  const { figure } = finding
  if (figure?.kind === 'crosstab') return nothing
  if (isOfClass(finding) && figure?.kind !== 'strip') {
    if (!groups.get(keyOf(finding.set))?.has(finding.class ?? '')) return nothing
    const whole = sets.find(one => keyOf(one) === keyOf(finding.set))?.works
    if (figure?.kind === 'scores' && whole !== finding.n) return nothing
  }
  if (figure?.kind !== 'scores') return { figure, bars: null }
  const bars = mergeSmallBars(figure.own)
  if (bars === null) return nothing
  const own = bars.flatMap(({ from, to, n }) =>
    Array.from({ length: to - from + 1 }, () => n / (to - from + 1)),
  )
  const scale = figure.boundaries ? 'yes' : 'no'
  const description = {
    id: 'signal.figure.scores-merged',
    params: { n: finding.n, least: LEAST_SHOWN, scale },
  }
  return { figure: { ...figure, own, description }, bars }
}

/** Below the region the values of others are left out; the usual range, which is of all of them, stays. */
function alone(figure: FigureData | null, { n }: FindingData): FigureData | null {
  if (figure?.kind !== 'strip') return figure
  const [lower, upper] = figure.usual
  const { axis } = figure
  return {
    ...figure,
    others: [],
    title: { id: `signal.figure.strip-${axis}`, params: {} },
    description: { id: `signal.figure.strip-${axis}-description`, params: { n, lower, upper } },
  }
}

function keyOf({ subject, grade, year, version }: Reading['set']): string {
  return JSON.stringify([subject, grade, year, version])
}
