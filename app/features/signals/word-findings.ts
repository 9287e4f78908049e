import { type Locale, say } from '../../messages/format.ts'
import { formatNumber, formatPercent } from '../../messages/numbers.ts'
import {
  type DrawnFigure,
  presentFigure,
  titleOfFinding,
  type WordedFinding,
  wordFinding,
} from '../screening/index.ts'
import { LEAST_SHOWN } from '../territory/index.ts'
import type { ShownFinding } from './shown-findings.ts'

export type PassportFinding = WordedFinding & { readonly figure: string | null }

/** A finding as the passport says it; what may not be shown is said not to be shown, and to whom it is. */
export function wordShown(locale: Locale, shown: ShownFinding, signalId: number): PassportFinding {
  const { finding, hidden, figure, withheld } = shown
  const worded = wordFinding(locale, finding)
  if (hidden)
    return {
      ...worded,
      sentence: say(locale, 'signal.hidden', {
        title: titleOfFinding(locale, worded.id),
        least: LEAST_SHOWN,
      }),
      value: '—',
      interval: null,
      notes: [],
      figure: null,
    }
  return {
    ...worded,
    notes: withheld ? [...worded.notes, say(locale, 'signal.figure.withheld')] : worded.notes,
    figure: figure && nameOfFigure(signalId, worded.id),
  }
}

/** The pictures of a passport, in the order of its findings. */
export function drawShown(
  locale: Locale,
  shown: readonly ShownFinding[],
  signalId: number,
  narrow = false,
): DrawnFigure[] {
  return shown.flatMap(({ finding, figure, bars }) => {
    if (figure === null) return []
    const id = finding.kind === 'marker' ? finding.marker : finding.channel
    const drawn = presentFigure(figure, nameOfFigure(signalId, id), locale, narrow)
    return bars ? { ...drawn, table: tableOfBars(locale, bars) } : drawn
  })
}

/** Unique on a page, whatever passports stand on it. */
function nameOfFigure(signalId: number, finding: string): string {
  return `signal-${signalId}-${finding}`
}

function tableOfBars(locale: Locale, bars: NonNullable<ShownFinding['bars']>): DrawnFigure['table'] {
  const all = bars.reduce((sum, { n }) => sum + n, 0)
  return {
    head: ['scores', 'works', 'share'].map(id => say(locale, `signal.figure.${id}`)),
    rows: bars.map(({ from, to, n }) => [
      from === to ? String(from) : `${from}–${to}`,
      formatNumber(locale, n),
      formatPercent(locale, n / all, 1),
    ]),
  }
}
