import { type ChannelId, worksToRecheck } from '@objektiv/forensics'
import { html, type Markup } from '../../../documents/html/html.ts'
import { formatProbability } from '../../../messages/numbers.ts'
import type { ChannelReading, DetectedSchool } from '../detection/types.ts'
import type { Screening } from '../types.ts'
import { channelTexts } from './channel-texts.ts'
import { byPlace } from './school-table.ts'
import { schoolName, type Wording } from './wording.ts'

/** Own signals, apart from the 2019 method: the list that the budget of false alarms buys, and why each school is on it. */
export function detectionSection({ detection, sets }: Screening, words: Wording): Markup | null {
  if (detection === null) return null
  const { say } = words
  const flagged = detection.schools.filter(school => school.flagged).sort(byPlace)
  const { budget, expectedFalse: expected, budgetInterval: interval } = detection
  const nameOf = ({ set, class: label }: ChannelReading): string =>
    label === null
      ? say('detection.whole-school', { set: words.setName(sets[set]) })
      : say('detection.class-known', { set: words.setName(sets[set]), class: label })
  return html`<section class="set" id="detection"><h2>${say('detection.title')}</h2>
<p>${say('detection.lead', { budget, flagged: flagged.length, expected })}</p>
${interval && html`<p class="note">${say('detection.interval', { lower: interval[0], upper: interval[1] })}</p>`}
<p class="note">${say('detection.measured')}</p>
<div class="card preface"><p style="margin:0">${say('detection.preface')}</p></div>
${interval === null && html`<p class="note">${say('detection.too-few')}</p>`}
${flagged.length === 0 ? html`<p>${say('detection.none')}</p>` : flaggedTable(flagged, nameOf, words)}
${flagged.map(school => flaggedSchool(school, nameOf, words))}
</section>`
}

type NameOf = (reading: ChannelReading) => string

function flaggedTable(flagged: readonly DetectedSchool[], nameOf: NameOf, words: Wording): Markup {
  const { say, number, locale } = words
  const head = ['school', 'municipality', 'degree', 'fdr', 'channel', 'where', 'n']
  return html`<div class="scroll"><table><thead><tr>${head.map(name => html`<th scope="col">${say(`detection.${name}`)}</th>`)}</tr></thead>
<tbody>${flagged.map(school => {
    const [first] = school.readings
    return html`<tr><th scope="row"><a href="#${anchor(school)}">${schoolName(school)}</a></th><td>${school.municipality ?? '—'}</td><td class="number">${number(school.degree, 2)}</td><td class="number">${formatProbability(locale, school.fdr)}</td><td>${first && say(`channel.${first.channel}.title`)}</td><td>${first && nameOf(first)}</td><td class="number">${number(first?.n ?? null, 0)}</td></tr>`
  })}</tbody></table></div>`
}

/** Why a school is on the list: its channels, the innocent causes of each, what to check and how many works. */
function flaggedSchool(school: DetectedSchool, nameOf: NameOf, words: Wording): Markup {
  const { say, number } = words
  const channels = Map.groupBy(school.readings, ({ channel }) => channel)
  const about = [school.municipality, school.kind, school.school].filter(part => part !== null)
  return html`<section class="school" id="${anchor(school)}"><h3>${schoolName(school)}</h3><p class="muted">${about.join(' · ')}</p>
<div class="scroll"><table><thead><tr><th scope="col">${say('detection.channel')}</th><th scope="col">${say('detection.where')}</th><th scope="col" class="number">${say('detection.n')}</th><th scope="col" class="number">${say('detection.degree')}</th></tr></thead>
<tbody>${school.readings.map(
    reading =>
      html`<tr><th scope="row">${say(`channel.${reading.channel}.title`)}</th><td>${nameOf(reading)}</td><td class="number">${number(reading.n, 0)}</td><td class="number">${number(reading.z, 1)}</td></tr>`,
  )}</tbody></table></div>
${[...channels].slice(0, 2).map(([channel, [strongest]]) => explanation(channel, strongest, nameOf(strongest), school, words))}
</section>`
}

function explanation(
  channel: ChannelId,
  { n, z }: ChannelReading,
  place: string,
  { kind }: DetectedSchool,
  words: Wording,
): Markup {
  const { say } = words
  const { causes, checks } = channelTexts(channel)
  const fits = (id: string) =>
    (id !== 'gymnasium' || kind === null || /гимназ|лице|углубл/i.test(kind)) &&
    (id !== 'small-class' || n < 15)
  const list = (title: string, texts: readonly string[]) =>
    html`<div><h5>${say(title)}</h5><ul class="note">${texts.map(text => html`<li>${text}</li>`)}</ul></div>`
  return html`<h4>${say(`channel.${channel}.title`)} · ${place}</h4>
<p class="sentence">${say(`channel.${channel}.finding`, { n, z })}</p>
<div class="causes">${list(
    'detection.innocent',
    causes.filter(fits).map(id => say(`channel-cause.${id}`)),
  )}${list(
    'detection.check',
    checks.map(id => say(`channel-check.${id}`, { n: worksToRecheck(n), works: n })),
  )}${list('detection.blind', [say(`channel.${channel}.blind`)])}</div>`
}

function anchor({ school }: DetectedSchool): string {
  return `degree-${school.replace(/[^\w-]/g, '')}`
}
