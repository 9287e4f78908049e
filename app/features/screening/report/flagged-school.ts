import { html, type Markup } from '../../../documents/html/html.ts'
import { BESIDE, type ChannelReading, type DetectedSchool } from '../detection/types.ts'
import { readingFigure } from '../figures/reading-figure.ts'
import { placeOfReading } from '../findings/place-of-reading.ts'
import { channelCauses, channelChecks, readingSentence } from '../findings/reading-texts.ts'
import type { Screening } from '../types.ts'
import { cardTable } from './card-table.ts'
import { figure } from './figure.ts'
import { schoolName, type Wording } from './wording.ts'

/** Channels explained at length: those that lead in the degree, and one beside it. */
const LEADING = 2
const ALONGSIDE = 1
/** Readings in sight; the rest are folded. */
const SHOWN = 5
/** Why a school is on the list: its channels, the innocent causes of each, what to check and how many works. */
export function flaggedSchool(school: DetectedSchool, screening: Screening, words: Wording): Markup {
  const { say, replyOf } = words
  const about = [school.municipality, school.kind, school.school].filter(part => part !== null)
  const folded = school.readings.slice(SHOWN)
  const strongest = [...Map.groupBy(school.readings, ({ channel }) => channel).values()].map(
    ([first]) => first,
  )
  const explained = [
    ...strongest.filter(({ channel }) => !BESIDE.has(channel)).slice(0, LEADING),
    ...strongest.filter(({ channel }) => BESIDE.has(channel)).slice(0, ALONGSIDE),
  ]
  return html`<section class="school" id="${flaggedAnchor(school)}"><h3>${schoolName(school)}</h3><p class="muted">${about.join(' · ')}</p>
${replyOf && html`<p>${say('report.reply', { reply: replyOf(school.school, 'own') })}</p>`}
${readingsTable(school.readings.slice(0, SHOWN), screening, words)}
${folded.length > 0 && html`<details><summary>${say('detection.more-readings', { count: folded.length })}</summary>${readingsTable(folded, screening, words)}</details>`}
${explained.map(reading => explanation(reading, school, screening, words))}
</section>`
}

function readingsTable(readings: readonly ChannelReading[], screening: Screening, words: Wording): Markup {
  const { say, number } = words
  return cardTable(
    [
      { title: say('detection.channel-of-reading') },
      { title: say('detection.where') },
      { title: say('detection.n'), number: true },
      { title: say('detection.deviation'), number: true },
    ],
    readings.map(reading => [
      nameOf(reading, words),
      placeOf(reading, screening, words),
      number(reading.n, 0),
      number(reading.z, 1),
    ]),
  )
}

function nameOf({ channel }: ChannelReading, { say }: Wording): Markup {
  const beside = BESIDE.has(channel) && html` <span class="quiet">${say('detection.beside')}</span>`
  return html`${say(`channel.${channel}.title`)}${beside}`
}

function explanation(
  reading: ChannelReading,
  school: DetectedSchool,
  screening: Screening,
  words: Wording,
): Markup {
  const { say, locale } = words
  const { channel } = reading
  const list = (title: string, texts: readonly string[]) =>
    html`<div><h5>${say(title)}</h5><ul class="note">${texts.map(text => html`<li>${text}</li>`)}</ul></div>`
  return html`<div class="finding own"><div class="picture">${figure(readingFigure(reading, screening), `${flaggedAnchor(school)}-${channel}`, words)}</div><div>
<h4>${say(`channel.${channel}.title`)}</h4>
<p class="note">${placeOf(reading, screening, words)}${BESIDE.has(channel) && ` · ${say('detection.beside')}`}</p>
<p class="sentence">${readingSentence(locale, reading)}</p></div></div>
<div class="causes">${list('detection.innocent', channelCauses(locale, reading, school.kind))}${list(
    'detection.check',
    channelChecks(locale, reading),
  )}${list('detection.blind', [say(`channel.${channel}.blind`)])}</div>`
}

/** The set, and the class where it is known. */
export function placeOf(reading: ChannelReading, { sets }: Screening, { locale }: Wording): string {
  return placeOfReading(locale, reading, sets[reading.set])
}

export function flaggedAnchor({ school }: DetectedSchool): string {
  return `degree-${school.replace(/[^\w-]/g, '')}`
}
