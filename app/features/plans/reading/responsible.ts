import { roleOf } from './bodies.ts'
import type { Responsible } from './plan.ts'
import { joinTwo, oneLine, startsLow } from './words.ts'

const NAME = '[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?'
const INITIALS = '[А-ЯЁ]\\.\\s?(?:[А-ЯЁ]\\.)?'
const PERSON = new RegExp(
  `(${NAME}\\s+${INITIALS}|${INITIALS}\\s?${NAME}|${NAME}\\s+${NAME}\\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|ьич|оглы|кызы))(?![а-яё])`,
)
/** First words of somebody who answers, so that a comma before them parts two entries. */
const WHO =
  /^(?:методист|учител|педагог|директор|завуч|зам\.|заместител|рук\.|кл\.|руководител|специалист|администрац|классн|председател|начальник|координатор|эксперт|организатор|школ|центр|управлени|отдел|комитет|департамент|министерств|институт|муниципальн|районн|городск|региональн|общеобразовательн|образовательн|орган|воспитател|психолог|социальн|библиотекар|родител|обществен|наблюдател|рабоч|творческ|предметн|методическ|член|тьютор|наставник|куратор|технич|секретар|глав|консультант|ответственн|техник|инженер|член|совет|мо |шмо|рмо|гмо|оо|оу|все |заведующ|старш|команд|групп|лица|субъект)/i
const PLURAL = /^[А-ЯЁа-яё-]+(?:ы|и|ие|ые)(?![а-яё])/

/** Who answers, from one cell: bodies, posts and persons, each in its own words. */
export function splitResponsible(text: string, abbreviations: ReadonlyMap<string, string>): Responsible[] {
  const pieces = cutPieces(text)
  const found: Responsible[] = []
  /** The last one that came with its post, so that what follows is somebody else. */
  let whole: Responsible | null = null
  for (const { words: piece, own } of pieces) {
    const last = found.at(-1)
    const person = PERSON.exec(piece)?.[1] ?? null
    // A post behind a name belongs to it («Петрова А.А., директор центра»), unless it is said of many.
    const open = last?.person && last !== whole && !own
    if (open && !person && startsLow(piece) && !PLURAL.test(piece)) {
      const post = last.post ? `${last.post}, ${piece}` : piece
      found[found.length - 1] = {
        ...{ original: `${last.original}, ${piece}`, person: last.person, post },
        body: roleOf(post, abbreviations),
      }
      continue
    }
    const entry = entryOf(piece, person, abbreviations)
    if (entry.post !== null) whole = entry
    found.push(entry)
  }
  return found
}

function entryOf(
  piece: string,
  person: string | null,
  abbreviations: ReadonlyMap<string, string>,
): Responsible {
  if (person === null)
    return { original: piece, body: roleOf(piece, abbreviations), person: null, post: null }
  const post = piece
    .replace(person, ' ')
    .replace(/[()]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,–—-]+|[\s,–—-]+$/g, '')
  return {
    ...{ original: piece, person: person.replace(/\s+/g, ' ') },
    post: post === '' ? null : post,
    body: post === '' ? null : roleOf(post, abbreviations),
  }
}

interface Piece {
  readonly words: string
  /** Comes after a semicolon, which always parts two entries. */
  readonly own: boolean
}

/** Cuts at line ends, semicolons and commas that part entries; a comma inside a name of a body stays. */
function cutPieces(text: string): Piece[] {
  return text.split(';').flatMap((part, at) =>
    cutLines(part)
      .flatMap(cutPair)
      .map((words, first) => ({ words, own: at > 0 && first === 0 })),
  )
}

function cutLines(text: string): string[] {
  const pieces: string[] = []
  const add = (raw: string, comma: boolean) => {
    const piece = oneLine(raw).replace(/^[-–—•]\s*|[.,;]+$/g, match =>
      match === '.' && /[А-ЯЁ]\.$/.test(raw.trim()) ? match : '',
    )
    if (piece === '') return
    const last = pieces.at(-1)
    const broken = !comma && /[а-яё]-$/i.test(last ?? '')
    const belongs = last !== undefined && startsLow(piece) && (broken || !WHO.test(piece))
    if (belongs) pieces[pieces.length - 1] = comma ? `${last}, ${piece}` : joinTwo(last, piece)
    else if (last !== undefined && /(?:^|\s)(?:и|по|с|в|на|для|при|за)$/.test(last))
      pieces[pieces.length - 1] = `${last} ${piece}`
    else pieces.push(piece)
  }
  for (const line of text.split(/\r\n?|\n/)) {
    for (const [at, part] of cutOutsideBrackets(line).entries()) add(part, at > 0)
  }
  return pieces
}

/** «ОИВ и РЦОКО» are two, «комитет по делам образования и науки» is one. */
function cutPair(piece: string): string[] {
  const pair = /^([А-ЯЁ]{2,}(?:\s[А-ЯЁ]{2,})?)\s+и\s+([А-ЯЁ]{2,}(?:\s[А-ЯЁ]{2,})?)$/.exec(piece)
  return pair ? [pair[1], pair[2]] : [piece]
}

function cutOutsideBrackets(line: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const sign of line) {
    if (/[(«„]/.test(sign)) depth += 1
    if (/[)»“]/.test(sign)) depth = Math.max(0, depth - 1)
    if (sign === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts
}

/** Initials and surname of the first person that words name, or null. */
export function personIn(words: string): string | null {
  return PERSON.exec(words)?.[1].replace(/\s+/g, ' ') ?? null
}
