import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { AbilityState, eapAbilities } from './ability.ts'
import { expectedCounts } from './expected-counts.ts'
import { measureWorks } from './fit-gpcm.ts'
import { mlAbilities } from './likelihood-ability.ts'
import { objective } from './objective.ts'

const folder = join(import.meta.dirname, '../../../../../shared/reference')
const present = existsSync(join(folder, 'gpcm_vpr1000.csv'))

const rowsOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split(','))

const read = (name: string) => rowsOf(readFileSync(join(folder, name), 'utf8'))

const load = () => {
  const text = gunzipSync(readFileSync(join(folder, 'vpr_1000.csv.gz'))).toString()
  const first = text.slice(0, text.indexOf('\n')).split(',').indexOf('x1')
  const rows = rowsOf(text)
  const scores = Array.from({ length: 20 }, (_, j) => Uint8Array.from(rows, row => Number(row[first + j])))
  const maxima = JSON.parse(readFileSync(join(folder, 'vpr_1000.json'), 'utf8')).max
  return measureWorks({ count: rows.length, scores }, Uint8Array.from(maxima))
}

describe.skipIf(!present)(
  present ? 'against other software' : 'against other software: no ../shared/reference',
  () => {
    it('estimates tasks as mirt does, to 1e-3, at a likelihood not lower', () => {
      const { plan, packed, fit } = load()
      const reference = read('gpcm_vpr1000.csv').map(row =>
        row
          .slice(1)
          .filter(x => x !== '')
          .map(Number),
      )
      const model = fit.model!
      const theirs = model.parameters.slice()
      model.tasks.forEach((task, j) => {
        const [slope, , ...steps] = reference[j]
        expect(Math.abs(task.slope - slope)).toBeLessThan(1e-3)
        expect(task.steps).toHaveLength(steps.length)
        const { offset } = plan.tasks[j]
        theirs[offset] = slope
        steps.forEach((step, k) => {
          expect(Math.abs(task.steps[k]! - step)).toBeLessThan(1e-3)
          theirs[offset + k + 1] = slope * step + (k === 0 ? 0 : theirs[offset + k])
        })
      })
      const counts = expectedCounts(plan, model.quadrature, theirs, packed)
      const { logLikelihood } = objective(plan, model.quadrature, theirs, counts, null)
      expect(model.logLikelihood).toBeGreaterThanOrEqual(logLikelihood - 1e-9)
      expect(model.logLikelihood - logLikelihood).toBeLessThan(1e-3)
    })

    it('gives the EAP abilities and errors of mirt, to 1e-3', () => {
      const { packed, fit } = load()
      const eap = eapAbilities(fit.model!, packed)
      read('eap_vpr1000.csv').forEach(([, ability, error], i) => {
        expect(Math.abs(eap.ability[i] - Number(ability))).toBeLessThan(1e-3)
        expect(Math.abs(eap.error[i] - Number(error))).toBeLessThan(1e-3)
      })
    })

    it('gives the ML abilities of aberrance, to 1e-3, for every work it has one for', () => {
      const { packed, fit } = load()
      const ml = mlAbilities(fit.model!, packed)
      const rows = read('personfit_vpr1000.csv')
      for (const [id, ability] of rows) {
        expect(Math.abs(ml.ability[Number(id) - 1] - Number(ability))).toBeLessThan(1e-3)
      }
      const finite = ml.state.reduce((sum, state) => sum + (state === AbilityState.estimated ? 1 : 0), 0)
      expect(finite).toBe(rows.length)
    })
  },
)
