import type { SignalsJson } from './to-signals-json.ts'

/**
 * signals.json as text: every set, marker, school, territory and file on a line of its own, so that two runs can be
 * compared line by line. Throws a RangeError for a number that is not finite: written as null it would pass for
 * «does not exist».
 */
export function serialiseSignals(signals: SignalsJson): string {
  const parts = Object.entries(signals).map(([name, value]) => `${JSON.stringify(name)}: ${written(value)}`)
  return `{\n${parts.join(',\n')}\n}\n`
}

function written(value: unknown): string {
  if (!Array.isArray(value)) return JSON.stringify(value, refuseInfinite)
  if (value.length === 0) return '[]'
  return `[\n${value.map(item => `  ${JSON.stringify(item, refuseInfinite)}`).join(',\n')}\n]`
}

function refuseInfinite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`«${key}» is ${value}`)
  return value
}
