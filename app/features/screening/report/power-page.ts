import {
  MEANT_FOR,
  type PlantPower,
  POWER_CHANNELS,
  type PowerChannel,
  type ShareFound,
} from '@objektiv/forensics'
import { html, type Markup } from '../../../documents/html/html.ts'
import { renderPage } from '../../../documents/html/page.ts'
import { type Locale, say } from '../../../messages/format.ts'
import { formatNumber, formatPercent } from '../../../messages/numbers.ts'
import type { RegionPower } from '../detection/region-power.ts'
import { alignTable } from '../outputs/align-table.ts'
import { cardTable } from './card-table.ts'
import { wordingOf } from './wording.ts'

const COLUMNS = ['kind', 'classes', 'schools', 'combined', 'meant', 'official', 'before'] as const
const EXPLANATIONS = ['planted', 'bound', 'before', 'official', 'interval'] as const

/** The power of a region as one self-contained page; no school is named. The same figures give the same bytes. */
export function renderPower(power: RegionPower, locale: Locale): string {
  const title = say(locale, 'power.title', { region: power.region })
  const words = wordingOf(locale)
  const body = html`<header><h1>${title}</h1><p class="lead">${lead(power, locale)}</p></header>
<p>${basis(power, locale)}</p>
${few(power, locale) && html`<p class="card preface">${few(power, locale)}</p>`}
<p class="note">${power.assessments.map(set => words.setName(set)).join(' · ')}</p>
<section id="kinds"><h2>${say(locale, 'power.summary.title')}</h2>
${cardTable(
  COLUMNS.map(column => ({
    title: say(locale, `power.column.${column}`),
    number: column !== 'kind',
  })),
  power.rows.map(row => kindRow(row, locale).with(COLUMNS.indexOf('meant'), meantCell(row, locale))),
)}</section>
<section class="card preface" id="how"><h2 style="margin-top:0">${say(locale, 'power.how.title')}</h2>
<ul style="margin:0">${EXPLANATIONS.map(id => html`<li>${say(locale, `power.how.${id}`)}</li>`)}</ul></section>
<section id="channels"><h2>${say(locale, 'power.channels.title')}</h2><p>${say(locale, 'power.channels.lead')}</p>
${cardTable(
  [
    { title: say(locale, 'power.column.channel') },
    ...power.rows.map(({ kind }) => ({ title: say(locale, `power.kind.${kind}`), number: true })),
  ],
  POWER_CHANNELS.map(channel => [
    say(locale, `channel.${channel}.title`),
    ...power.rows.map(row => channelCell(row, channel, locale)),
  ]),
)}</section>`
  return renderPage({ locale, title, body })
}

/** The same for a terminal. */
export function printPower(power: RegionPower, locale: Locale): string {
  const header = COLUMNS.map(column => say(locale, `power.column.${column}`))
  const rows = power.rows.map(row => kindRow(row, locale))
  return [
    power.region,
    lead(power, locale),
    basis(power, locale),
    ...(few(power, locale) ? [few(power, locale)] : []),
    '',
    ...alignTable([header, ...rows.map(row => row.map(String))]).map(line => `  ${line}`),
    '',
    say(locale, 'power.how.bound'),
    say(locale, 'power.how.before'),
    '',
    say(locale, 'power.outputs'),
  ].join('\n')
}

/** The figures for programs; a power that nothing was planted for is null. */
export function serialisePower(power: RegionPower): string {
  const rows = power.rows.map(row => ({ ...row, meantFor: MEANT_FOR[row.kind] }))
  return `${JSON.stringify({ format: 'objektiv-power', version: 1, ...power, rows }, null, 2)}\n`
}

function lead({ budget }: RegionPower, locale: Locale): string {
  return say(locale, 'power.lead', { budget })
}

function basis({ works, schools, assessments, shareOfClasses, seeds }: RegionPower, locale: Locale): string {
  return say(locale, 'power.basis', {
    works,
    schools,
    sets: assessments.length,
    share: shareOfClasses,
    seeds,
  })
}

/** Below one allowed false alarm the cut is above every unplanted school: what is asked cannot be measured. */
function few({ budget, schools }: RegionPower, locale: Locale): string {
  const allowed = (budget * schools) / 100
  return allowed < 1 ? say(locale, 'power.few', { budget, schools, least: Math.ceil(100 / budget) }) : ''
}

/** The figure on top, so that figures stand under one another; whose it is below. */
function meantCell({ kind, channels }: PlantPower, locale: Locale): Markup {
  const meant = MEANT_FOR[kind] as PowerChannel
  return html`<div>${shareText(channels[meant], locale)}<br><small>${say(locale, `channel.${meant}.title`)}</small></div>`
}

function kindRow(
  { kind, classes, schools, combined, channels, official, before }: PlantPower,
  locale: Locale,
): (string | Markup)[] {
  const meant = MEANT_FOR[kind] as PowerChannel
  return [
    say(locale, `power.kind.${kind}`),
    formatNumber(locale, classes),
    formatNumber(locale, schools),
    shareText(combined, locale),
    say(locale, 'power.meant', {
      channel: say(locale, `channel.${meant}.title`),
      share: shareText(channels[meant], locale),
    }),
    shareText(official, locale),
    shareText(before, locale),
  ]
}

function channelCell({ kind, channels }: PlantPower, channel: PowerChannel, locale: Locale): string | Markup {
  const text = shareText(channels[channel], locale)
  return MEANT_FOR[kind] === channel ? html`<strong>${text}</strong>` : text
}

function shareText({ power, lower, upper }: ShareFound, locale: Locale): string {
  if (Number.isNaN(power)) return '—'
  const [of, from, to] = [power, lower, upper].map(share => formatPercent(locale, share))
  return say(locale, 'power.share', { power: of, lower: from, upper: to })
}
