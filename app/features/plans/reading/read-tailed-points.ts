import { type Draft, doubt, newDraft, putCell } from './draft.ts'
import { leadingNumber } from './numbers.ts'
import { NO_WORK } from './prose-words.ts'
import { isTermAlone, partLabelled, partTermAndWho } from './term-and-who.ts'
import { joinTwo, oneLine, startsLow } from './words.ts'

const BULLET = /^[-–—•·▪●○*]\s+/
const LETTER = /^([а-яё])\)\s+/
/** Brackets may hold brackets: «(срок – май; ответственные – эксперты (по согласованию))». */
const ENDS = [
  /\s*\(((?:[^()]|\([^()]{1,60}\)){3,200})\)[.;]?$/,
  /\s+[–—-]\s+([^–—]{3,60}?\s[–—-]\s[^–—]{3,90}?)[.;]?$/,
  /\s+[–—-]\s+([^–—]{3,90}?)[.;]?$/,
] as const

/**
 * A plan without a table that says at the end of every point when, and who: «1. Оформление стенда – до 1 марта,
 * библиотекарь.» Points of which most do not end so are something else.
 */
export function readTailedPoints(lines: readonly string[]): { drafts: Draft[]; begins: number } {
  const none = { drafts: [], begins: 0 }
  const begins = lines.findIndex(line => isPoint(line.trim()))
  if (begins < 0 || !/план|мероприяти|дорожн|график/i.test(lines.slice(0, begins).join(' '))) return none
  const points = pointsOf(lines.slice(begins), titleOver(lines, begins))
  const drafts = points.map(draftOf)
  const ended = drafts.filter(({ cells }) => cells.has('term')).length
  return ended >= 2 && ended * 10 >= points.length * 7 ? { drafts, begins } : none
}

/** «Задачи:», «Мероприятия:» */
const TITLE = /^[А-ЯЁ][^.;:]{3,60}:$/

/** «II. Методическая работа» */
const ROMAN = /^[IVX]{1,4}\.\s+[А-ЯЁ]/

interface Point {
  readonly section: string | null
  readonly words: string
}

/** Lines put back into points; a line of its own behind an empty one is a title of what follows. */
function pointsOf(lines: readonly string[], first: string | null): Point[] {
  const points: Point[] = []
  let section = first
  let work = !NO_WORK.test(first ?? '')
  let apart = false
  for (const raw of lines) {
    const line = oneLine(raw)
    const last = points.at(-1)
    if (isPoint(line)) {
      if (work) points.push({ section, words: line })
    } else if (line !== '' && (apart || TITLE.test(line) || ROMAN.test(line)) && !startsLow(line)) {
      section = line.replace(/:$/, '')
      // Aims and results are no points of the plan.
      work = !NO_WORK.test(section)
    } else if (line !== '' && last && work)
      points[points.length - 1] = { ...last, words: joinTwo(last.words, line) }
    apart = line === ''
  }
  return points
}

/** The title of the first points: the line right over them, where more than the title of the plan stands before. */
function titleOver(lines: readonly string[], begins: number): string | null {
  const over = oneLine(lines[begins - 1] ?? '')
  const apart = oneLine(lines[begins - 2] ?? '') === ''
  const title = TITLE.test(over) || ROMAN.test(over) || (apart && begins > 2)
  return over !== '' && title && !startsLow(over) ? over.replace(/:$/, '') : null
}

function isPoint(line: string): boolean {
  return BULLET.test(line) || LETTER.test(line) || leadingNumber(line).number !== null
}

function draftOf({ section, words: point }: Point): Draft {
  const draft = newDraft({ section, year: null, level: null }, new Set(['term', 'responsible']))
  const { number, rest } = leadingNumber(point)
  const words = rest.replace(BULLET, '').replace(LETTER, '')
  draft.number = number ?? LETTER.exec(point)?.[1] ?? null
  draft.text = words.replace(/[.;]$/, '').trim()
  doubt(draft, 'text', 'cells-guessed')
  for (const { at, end } of endsOf(words)) {
    const said =
      partLabelled(end) ?? partTermAndWho(end) ?? (isTermAlone(end) ? { term: end, who: '' } : null)
    if (!said) continue
    draft.text = words.slice(0, at).trim()
    putCell(draft, 'term', said.term)
    putCell(draft, 'responsible', said.who)
    break
  }
  return draft
}

/** What may close a point: brackets, what stands behind dashes, a sentence of its own («… журналов. До 1 мая, завуч.»). */
function endsOf(words: string): { at: number; end: string }[] {
  const set = ENDS.flatMap(pattern => {
    const match = pattern.exec(words)
    return match ? [{ at: match.index, end: match[1] }] : []
  })
  const sentences = [...words.matchAll(/(?<=[^А-ЯЁ.]{3})\.\s+(?=[А-ЯЁ\d])/g)].map(({ index, 0: sign }) => ({
    at: index,
    end: words.slice(index + sign.length).replace(/[.;]$/, ''),
  }))
  // «Октябрь – апрель, завуч» is one end, and holds a dash.
  const brackets = set.filter(({ at }) => /^\s*\(/.test(words.slice(at)))
  return [...brackets, ...sentences, ...set]
}
