import { roleOf } from './bodies.ts'
import type { Abbreviation, Responsible } from './plan.ts'
import { joinTwo, oneLine, startsLow } from './words.ts'

const NAME = '[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?'
const INITIALS = '[А-ЯЁ]\\.\\s?(?:[А-ЯЁ]\\.)?'
const PERSON = new RegExp(
  `(${NAME}\\s+${INITIALS}|${INITIALS}\\s?${NAME}|${NAME}\\s+${NAME}\\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|ьич|оглы|кызы))(?![а-яё])`,
)
/** First words of somebody who answers, so that a comma before them parts two entries. */
const WHO =
  /^(?:метод(?:ист|кабинет|служб|совет|объединени|центр)|учител|педагог|директор|завуч|зам\.|заместител|рук\.|кл\.|руководител|специалист|администрац|классн|председател|начальник|координатор|эксперт|организатор|школ|центр|управлени|отдел|комитет|департамент|министерств|институт|муниципальн|районн|городск|региональн|общеобразовательн|образовательн|орган|воспитател|психолог|социальн|библиотекар|родител|обществен|наблюдател|рабоч|творческ|предметн|методическ|член|тьютор|наставник|куратор|технич|секретар|глав|консультант|ответственн|техник|инженер|член|совет|мо |шмо|рмо|гмо|оо|оу|все |заведующ|старш|команд|групп|лица|субъект)/i
/** A line that ends so waits for its noun: «Городской методический» over «центр». */
const ADJECTIVE = /(?<!завед)[а-яё](?:[кнвтрщш](?:ий|ый|ой|ая|ое|ие|ые)|(?:ого|его|ому|ему|ных|ских))$/
const PLURAL = /^(?:[А-ЯЁа-яё-]+(?:ы|и|ие|ые)|директора|учителя)(?![а-яё])/

/** «СОШ № 2, № 6», «учителя 9, 11 классов»: a number alone is no body. */
const NUMBER_OF_MANY = /^(?:№\s?)?\d/
/** «завхоз / техник», where both sides are words: neither «и/или» nor «и/о». */
const SLASH = /(?<=[А-ЯЁа-яё]{3}|[А-ЯЁ]{2})\s*\/\s*(?=[А-ЯЁа-яё]{3}|[А-ЯЁ]{2})(?!или(?![а-яё]))/

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

/**
 * What a person wrote of those who answer, told apart as words of a document are: without it a name typed by hand would be
 * nobody's. What was told apart already stays.
 */
export function tellApart(
  responsible: readonly Responsible[],
  abbreviations: readonly Abbreviation[],
): Responsible[] {
  const known = new Map(abbreviations.map(({ short, full }) => [short, full]))
  return responsible.flatMap(who => {
    if (who.body !== null || who.person !== null || who.post !== null) return [who]
    const found = splitResponsible(who.original, known)
    if (found.length === 0) return [who]
    return found.length > 1 ? found : [{ ...found[0], original: who.original }]
  })
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
    const unfinished = !comma && ADJECTIVE.test(last ?? '')
    const belongs =
      last !== undefined &&
      (NUMBER_OF_MANY.test(piece) || (startsLow(piece) && (broken || unfinished || !WHO.test(piece))))
    if (belongs) pieces[pieces.length - 1] = comma ? `${last}, ${piece}` : joinTwo(last, piece)
    else if (last !== undefined && /(?:^|\s)(?:и|по|с|в|на|для|при|за)$/.test(last))
      pieces[pieces.length - 1] = `${last} ${piece}`
    else pieces.push(piece)
  }
  for (const line of text.split(/\r\n?|\n/)) {
    for (const [at, part] of cutOutsideBrackets(line).entries()) {
      const [first, ...others] = part.includes('(') ? [part] : part.split(SLASH)
      add(first, at > 0)
      pieces.push(...others.map(other => oneLine(other)))
    }
  }
  return pieces
}

/** «ОИВ и РЦОКО» are two, «комитет по делам образования и науки» is one. */
function cutPair(piece: string): string[] {
  const pair = /^([А-ЯЁ]{2,}(?:\s[А-ЯЁ]{2,})?)\s+и\s+([А-ЯЁ]{2,}(?:\s[А-ЯЁ]{2,})?)$/.exec(piece)
  return pair ? [pair[1], pair[2]] : cutPersons(piece)
}

/** «Н.Е. Рысь К.А. Барсук»: persons one behind the other, with nothing or their posts between. */
function cutPersons(piece: string): string[] {
  const persons = [...piece.matchAll(new RegExp(PERSON, 'g'))]
  if (persons.length < 2) return [piece]
  const postsFirst = persons[0].index > 0
  const cuts = persons.slice(1).map(({ index }, at) => {
    const end = persons[at].index + persons[at][0].length
    const between = piece.slice(end, index).trim()
    return between === '' || /^и$/.test(between) || !postsFirst ? index : end
  })
  return [0, ...cuts]
    .map((from, at) => piece.slice(from, cuts[at] ?? piece.length))
    .map(words => words.replace(/^[\sи,–—-]+(?=[А-ЯЁа-яё])|\s+и\s*$/g, '').trim())
    .filter(Boolean)
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

/** What may stand in a column of those who answer: a person, or few words that begin with a post or name a body. */
export function namesSomebody(words: string): boolean {
  return PERSON.test(words) || (words.length < 80 && (WHO.test(words) || roleOf(words) !== null))
}

/** Initials and surname of the first person that words name, or null. */
export function personIn(words: string): string | null {
  return PERSON.exec(words)?.[1].replace(/\s+/g, ' ') ?? null
}
