import { html, type Markup } from '../../../documents/html/html.ts'
import { formatProbability } from '../../../messages/numbers.ts'
import type { DetectedSchool } from '../detection/types.ts'
import type { Screening } from '../types.ts'
import { cardTable } from './card-table.ts'
import { flaggedAnchor, flaggedSchool, placeOf } from './flagged-school.ts'
import { byPlace } from './school-table.ts'
import { silentTable } from './silent-table.ts'
import { schoolName, type Wording } from './wording.ts'

/** Own signals, apart from the 2019 method: the list that the budget of false alarms buys, and why each school is on it. */
export function detectionSection(screening: Screening, words: Wording): Markup | null {
  const { detection } = screening
  if (detection === null) return null
  const { say } = words
  const flagged = detection.schools.filter(school => school.flagged).sort(byPlace)
  const { budget, expectedFalse: expected, budgetInterval: interval } = detection
  return html`<section class="set" id="detection"><h2>${say('detection.title')}</h2>
<p>${say('detection.lead', { budget, flagged: flagged.length, expected })}</p>
${interval && html`<p class="note">${say('detection.interval', { lower: interval[0], upper: interval[1] })}</p>`}
<p class="note">${say('detection.measured')}</p>
<div class="card preface"><p style="margin:0">${say('detection.preface')}</p></div>
${interval === null && html`<p class="note">${say('detection.too-few')}</p>`}
${flagged.length === 0 ? html`<p>${say('detection.none')}</p>` : flaggedTable(flagged, screening, words)}
${flagged.map(school => flaggedSchool(school, screening, words))}
${silentTable(detection, screening, words)}
</section>`
}

const HEAD = ['school', 'municipality', 'degree', 'fdr', 'channel', 'where', 'n'] as const
const NUMBERS: ReadonlySet<string> = new Set(['degree', 'fdr', 'n'])

function flaggedTable(flagged: readonly DetectedSchool[], screening: Screening, words: Wording): Markup {
  const { say, number, locale, replyOf } = words
  return cardTable(
    [
      ...HEAD.map(name => ({ title: say(`detection.${name}`), number: NUMBERS.has(name) })),
      ...(replyOf ? [{ title: say('report.reply.title') }] : []),
    ],
    flagged.map(school => {
      const [first] = school.readings
      return [
        html`<a href="#${flaggedAnchor(school)}">${schoolName(school)}</a>`,
        school.municipality ?? '—',
        number(school.degree, 2),
        formatProbability(locale, school.fdr),
        first ? say(`channel.${first.channel}.title`) : '—',
        first ? placeOf(first, screening, words) : '—',
        number(first?.n ?? null, 0),
        ...(replyOf ? [replyOf(school.school, 'own')] : []),
      ]
    }),
  )
}
