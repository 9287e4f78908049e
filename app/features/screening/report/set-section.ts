import type { JournalComparison } from '@objektiv/forensics'
import { html, type Markup } from '../../../documents/html/html.ts'
import { distributionOf, funnelOf, tasksOf } from '../figures/set-figures.ts'
import type { ScreenedMarker, ScreenedSet } from '../types.ts'
import { figure } from './figure.ts'
import { schoolTable } from './school-table.ts'
import type { Wording } from './wording.ts'

/** One set: what was counted, funnel, distribution, tasks, the table of its schools. */
export function setSection(
  set: ScreenedSet,
  markers: readonly ScreenedMarker[],
  number: number,
  words: Wording,
): Markup {
  const { say } = words
  const id = `set-${number}`
  const heading = html`<h2>${words.setName(set)}</h2>`
  const { mean, lower, upper } = set
  if (mean === null)
    return html`<section class="set" id="${id}">${heading}<p>${say('report.set.empty')}</p></section>`
  const lead = say('report.set.lead', {
    works: set.works,
    schools: set.schools,
    mean,
    max: set.maxScore,
    lower: lower ?? mean,
    upper: upper ?? mean,
    absent: set.absent,
    excluded: set.excluded,
  })
  const means = markers.filter(({ marker }) => marker === 'high-mean')
  return html`<section class="set" id="${id}">${heading}
<p>${lead}</p>
${set.notes.map(note => html`<p class="note">${words.message(note)}</p>`)}
${figure(funnelOf(set, means), `${id}-funnel`, words)}
${figure(distributionOf(set), `${id}-scores`, words)}
${figure(tasksOf(set), `${id}-tasks`, words)}
${set.alpha !== null && html`<p class="note">${say('report.set.reliability', { alpha: set.alpha })}</p>`}
${set.journal && html`<p class="note">${journalLine(set.journal, words)}</p>`}
${schoolTable(markers, words)}
</section>`
}

/** The region's marks against its journals: who says what a school is held against. */
function journalLine(
  { n, lowered, confirmed, raised, far, kappa }: JournalComparison,
  words: Wording,
): string {
  const shares = { lowered: lowered / n, confirmed: confirmed / n, raised: raised / n, far: far / n }
  return words.say('report.set.journal', { n, ...shares, kappa: words.number(kappa, 2) })
}
