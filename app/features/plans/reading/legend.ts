import type { Abbreviation } from './plan.ts'
import { joinLines, oneLine, startsLow } from './words.ts'

/** What stands before the table but for the legend: «ПЛАН – …» explains a word and is no title. */
export function withoutLegend(
  paragraphs: readonly string[],
  abbreviations: readonly Abbreviation[],
): readonly string[] {
  const shorts = new Set(abbreviations.map(({ short }) => short))
  return paragraphs.filter(line => !shorts.has(LEGEND.exec(oneLine(line))?.[1].trim() ?? ''))
}

const LEGEND = /^([^–—:-]{1,40}?)\s*[–—:-]\s+(.{4,})$/

const HEADS_LEGEND = /сокращени[яйе](?![а-яё])/i
/** The next abbreviation of a list in one paragraph, behind a semicolon. */
const NEXT_ONE = /;\s*(?=[^;–—]{1,40}\s[–—-]\s)/

/** «ОМСУ – органы местного самоуправления»: the legend above the table, one a line or all in one paragraph. */
export function abbreviationsOf(paragraphs: readonly string[]): Abbreviation[] {
  const lines = paragraphs.flatMap(paragraph => paragraph.split('\n')).map(oneLine)
  const from = lines.findIndex(
    line => HEADS_LEGEND.test(line) && (line.length < 120 || LEGEND.test(behindColon(line))),
  )
  if (from < 0) return []
  const found: Abbreviation[] = []
  for (const line of [behindColon(lines[from]), ...lines.slice(from + 1)].flatMap(one =>
    one.split(NEXT_ONE),
  )) {
    const match = LEGEND.exec(line)
    if (match && /[А-ЯЁ]{2}/.test(match[1]))
      found.push({ short: match[1].trim(), full: match[2].replace(/[;.]$/, '').trim() })
    else if (found.length > 0 && line !== '' && startsLow(line)) {
      const last = found.pop()!
      found.push({ ...last, full: joinLines([last.full, line.replace(/[;.]$/, '')]) })
    } else if (found.length > 0 && line !== '') break
  }
  return found
}

function behindColon(line: string): string {
  return /сокращени[яйе][^:]*:\s*(.*)$/i.exec(line)?.[1] ?? ''
}
