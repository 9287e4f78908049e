import { type GroupedWorks, measurement, normalUpperTail, personFit, similarity } from '@objektiv/forensics'
import type { AssessmentKey, ParticipantWorks } from '../../results/index.ts'
import type { CasePair, CasePupil, CaseSet } from './types.ts'

/** Upper .001 point of the normal distribution: pairs beyond it are listed. */
const CUT = 3.09
const BEYOND_CUT = 0.001
/** Fewer works with the same total do not tell what is usual. */
const LEAST_ALIKE = 20

/**
 * Person fit and similarity of one school's works, held against the whole region's: its measurement model, its order of
 * the tasks, its works with the same total (the theoretical null of U3 is wrong, Emons, Meijer & Sijtsma 2002, so that
 * the region stands in for it). Null where the region's works have no model.
 */
export function measureCase(
  assessment: AssessmentKey,
  region: Pick<GroupedWorks, 'count' | 'scores' | 'total' | 'taskMaxima'>,
  school: ParticipantWorks,
): CaseSet | null {
  const all = personFit.responsesOf(region, region.taskMaxima)
  const { model } = measurement.measureWorks(all, all.maxima).fit
  if (model === null) return null
  const items = personFit.itemParametersOf(model)
  const own = personFit.responsesOf(school, region.taskMaxima)
  const { ability } = measurement.eapAbilities(model, measurement.packWorks(model.plan, own))
  const popularity = personFit.stepPopularity(all)
  const order = personFit.fitByOrder(own, popularity)
  const { lz } = personFit.fitByModel(own, items, ability, { estimator: { kind: 'eap' }, statistics: ['lz'] })
  const usual = personFit.fitByOrder(all, popularity)
  const guttmanShare = sharesAlike(usual.guttmanNormed, region.total)
  const u3Share = sharesAlike(usual.u3, region.total)

  const pupils = school.code.map((code, i): CasePupil => {
    const guttman = personFit.valueAt(order.guttmanNormed, i)
    const u3 = personFit.valueAt(order.u3, i)
    const z = personFit.valueAt(lz.corrected.z, i)
    const skew = personFit.valueAt(lz.corrected.skew, i)
    const fitted = z === null || skew === null ? null : personFit.cornishFisher(z, skew)
    return {
      code,
      class: school.class[i],
      total: school.total[i],
      journal: school.journal[i],
      ability: Number.isFinite(ability[i]) ? ability[i] : null,
      guttman,
      guttmanShare: guttmanShare(school.total[i], guttman),
      u3,
      u3Share: u3Share(school.total[i], u3),
      lz: fitted,
      lzP: fitted === null ? null : normalUpperTail(-fitted),
    }
  })
  return { assessment, pupils, pairs: similarPairs(school, own, items, ability) }
}

/** Share of the region's works with a total whose value is at least as large as a given one. */
function sharesAlike(
  { values, present }: personFit.Column,
  total: Uint16Array,
): (total: number, value: number | null) => number | null {
  const byTotal = new Map<number, number[]>()
  for (let i = 0; i < values.length; i++) {
    if (present[i] === 0) continue
    const alike = byTotal.get(total[i])
    if (alike) alike.push(values[i])
    else byTotal.set(total[i], [values[i]])
  }
  return (of, value) => {
    const alike = byTotal.get(of) ?? []
    if (value === null || alike.length < LEAST_ALIKE) return null
    return alike.filter(other => other >= value).length / alike.length
  }
}

/** Works of unknown class are compared with one another, as nobody knows who sat where. */
function similarPairs(
  school: ParticipantWorks,
  own: personFit.Responses,
  items: readonly personFit.ItemParameters[],
  ability: Float64Array,
): CasePair[] {
  const classes = [...new Set(school.class)]
  const index = similarity.groupByClass(
    Int32Array.from(school.class, label => classes.indexOf(label)),
    classes.length,
  )
  const comparer = similarity.createPairComparer(own, items, ability)
  const found: { first: number; second: number; omega: number; of: number }[] = []
  const { classes: compared } = similarity.screenClasses(own, items, ability, index, {
    cut: CUT,
    onPair: (first, second, omega, of) => found.push({ first, second, omega, of }),
  })
  return found
    .sort((a, b) => a.of - b.of || b.omega - a.omega || a.first - b.first)
    .flatMap(({ first, second, omega, of }) => {
      const exact = comparer.similarity(first, second)
      if (exact === null) return []
      return {
        class: classes[of],
        first: school.code[first],
        second: school.code[second],
        tasks: exact.tasks,
        matches: exact.matches,
        expected: exact.expected,
        omega,
        gbt: exact.gbt,
        m4: exact.m4,
        compared: compared.pairs[of],
        byChance: compared.pairs[of] * BEYOND_CUT,
      }
    })
}
