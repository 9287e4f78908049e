import type { SignalsJson } from './to-signals-json.ts'

/**
 * signals.json as text: every set, marker, school, territory, file and every school of our own signals on a line of its
 * own, so that two runs can be compared line by line. Throws a RangeError for a number that is not finite: written as null it would pass for
 * «does not exist».
 */
export function serialiseSignals(signals: SignalsJson): string {
  return `${writtenByPart(signals)}\n`
}

function writtenByPart(value: object): string {
  const parts = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${written(part)}`)
  return `{\n${parts.join(',\n')}\n}`
}

function written(value: unknown): string {
  if (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.values(value).some(Array.isArray)
  )
    return writtenByPart(value)
  if (!Array.isArray(value)) return JSON.stringify(value, refuseInfinite)
  if (value.length === 0) return '[]'
  return `[\n${value.map(item => `  ${JSON.stringify(item, refuseInfinite)}`).join(',\n')}\n]`
}

function refuseInfinite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`«${key}» is ${value}`)
  return value
}
