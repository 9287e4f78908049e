import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Measure, RecognisedPlan } from '../reading/plan.ts'

const ID = 'plan'
const SCHEMA = join(import.meta.dirname, '../../../../docs/schemas/plan.schema.json')
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).addSchema(
  JSON.parse(readFileSync(SCHEMA, 'utf8')),
  ID,
)

/** What the published schema says against a plan as it is printed; empty when nothing. */
export function planFaults(plan: RecognisedPlan): string[] {
  return faultsBy(ID, plan)
}

/** The same of one measure. */
export function measureFaults(measure: Measure): string[] {
  return faultsBy(`${ID}#/$defs/measure`, measure)
}

function faultsBy(name: string, value: unknown): string[] {
  const validate = ajv.getSchema(name)!
  // As a program gets it.
  if (validate(JSON.parse(JSON.stringify(value)))) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
