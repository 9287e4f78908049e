import { hasMessage, type Locale, say } from '../../../messages/format.ts'
import { parameterText } from '../outputs/words.ts'
import type { RunRecord } from '../types.ts'

/** A line of what anyone needs to make a run again. */
export interface RecordLine {
  readonly label: string
  /** A number stays one, for spreadsheets. */
  readonly value: string | number
}

/** Method, version, hash and every setting of a run, in words where there are words. */
export function wordRecord(locale: Locale, run: RunRecord): RecordLine[] {
  const known = (id: string, otherwise: string) => (hasMessage(locale, id) ? say(locale, id) : otherwise)
  return [
    { label: say(locale, 'parameter.method'), value: known(`report.run.${run.method}`, run.method) },
    { label: say(locale, 'parameter.version'), value: run.version },
    { label: say(locale, 'parameter.created-at'), value: run.createdAt },
    { label: say(locale, 'parameter.data-hash'), value: run.dataHash },
    ...Object.entries(run.parameters).map(([key, value]) => ({
      label: known(`report.parameter.${key}`, key),
      value: typeof value === 'number' ? value : parameterText(locale, key, value),
    })),
  ]
}
