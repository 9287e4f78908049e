import { html, type Markup } from '../../../documents/html/html.ts'
import type { Detection } from '../detection/types.ts'
import type { Screening } from '../types.ts'
import { cardTable } from './card-table.ts'
import type { Wording } from './wording.ts'

/** «Не считался: нет …»: every channel that had nothing to look at, so that silence is not taken for an answer. */
export function silentTable({ silent }: Detection, { sets }: Screening, words: Wording): Markup | null {
  if (silent.length === 0) return null
  const { say } = words
  const rows = Map.groupBy(silent, ({ channel, reason }) => `${channel} ${reason}`)
  const measured = new Set(silent.map(({ set }) => set))
  const where = (own: typeof silent) =>
    own.length === sets.length && measured.size === sets.length
      ? say('detection.silent.everywhere')
      : own.map(({ set }) => words.setName(sets[set])).join('; ')
  return html`<h3>${say('detection.silent.title')}</h3><p class="note">${say('detection.silent.lead')}</p>
${cardTable(
  ['channel-of-reading', 'silent.why', 'silent.where'].map(id => ({ title: say(`detection.${id}`) })),
  [...rows.values()].map(own => [
    say(`channel.${own[0].channel}.title`),
    say(`silence.${own[0].reason}`),
    where(own),
  ]),
)}`
}
