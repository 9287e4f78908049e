import { type Draft, doubt, newDraft, putCell } from './draft.ts'
import { joinTwo, oneLine, startsLow } from './words.ts'

const NUMBERED = /^(\d{1,2}(?:\.\d{1,2})*)[.)]\s*(?=\D)/
const BULLET = /^[-–—•·▪●○*]\s*/
const TERM_LINE = /^\(?\s*срок[а-яё]*\s*(?:исполнения|реализации|выполнения|проведения)?\s*[:–—-]\s*(.+)$/i
const RESPONSIBLE_LINE =
  /^\(?\s*отв(?:етственн[а-яё]+|\.)\s*(?:исполнител[а-яё]+|лиц[а-яё]*|за исполнение)?\s*[:–—-]\s*(.+)$/i
/** Words over resolutions that address nobody. */
const RESOLVED =
  /^(?:решили|решение|постановили|приказываю|поручить|рекомендовать|рекомендовано|рекомендации|выводы|предложения)(?![а-яё])/i
const ORDERS = /^(?:приказываю|постановля[а-яё]+|распоряжаюсь|обязываю)(?![а-яё])/i
const PROPOSED = /^(?:рекомендовать|предложить|поручить)\s+/i
const INFINITIVE = /^(.{4,160}?)\s+(?:не\s+)?[а-яё]{3,}(?:ть|ти|чь|ться)(?![а-яё])/
/** Bodies in the dative, to whom recommendations are addressed. */
const ADDRESSEE =
  /^(?:(?:рекомендовать|предложить|поручить)\s+)?(?:[а-яё-]+(?:ому|ему|ым|им|ой)\s+){0,3}(?:руководител(?:ям|ю)|директор(?:ам|у)|начальник(?:ам|у)|заведующ(?:им|ему)|администраци(?:и|ям)|методическ(?:им|ому|ой)|классным|эксперт(?:ам|у)|координатор(?:ам|у)|организатор(?:ам|у)|отдел(?:у|ам)|орган(?:ам|у)|министерству|департаменту|комитету|управлени(?:ю|ям)|муниципальн(?:ым|ому)|общеобразовательн(?:ым|ой)|образовательн(?:ым|ой)|школ(?:ам|е)|центр(?:у|ам)|институту|академии|кабинету|служб(?:е|ам)|совет(?:у|ам)|комисси(?:и|ям)|объединени(?:ю|ям)|учреждени(?:ю|ям)|организаци(?:и|ям)|учител(?:ям|ю)|педагог(?:ам|у)|методист(?:ам|у)|заместител(?:ям|ю)|специалист(?:ам|у)|краев(?:ому|ым)|регион(?:альному|альным)|районн(?:ым|ому)|городск(?:им|ому)|обществен(?:ным|ному)|председател(?:ям|ю)|техническ(?:ому|им)|психолог(?:у|ам)|секретар(?:ю|ям)|воспитател(?:ю|ям)|библиотекар(?:ю|ям)|педагогу-[а-яё]+|социальн(?:ому|ым)|ответственн(?:ому|ым)|завуч(?:у|ам)|экспертн(?:ым|ой)|рабоч(?:ей|им)|член(?:у|ам)|все(?:м|х))(?![а-яё])/i
/** A body by its abbreviation, which only capitals tell from a word. */
const SHORT_ADDRESSEE = /^[А-ЯЁ]{2,7}(?:\s+[А-ЯЁ]{2,5})?(?![А-ЯЁа-яё])/
/** What stands over lists of aims, results and people: nothing below it is to be done. */
const NO_WORK =
  /^(?:цел[ьи]|задач[аи]|основные задачи|основная цель|ожидаем[а-яё]+|планируем[а-яё]+ результат|прогнозируем[а-яё]+|результат|показател|индикатор|критери|состав|член[ыа]|присутств|отсутств|приглашен|участник|председател[ья]|секретарь|повестк|содержание|оглавление|примечани|услови|принцип|проблем|причин|риски|основани|используем[а-яё]+ сокращени|список|перечень)(?![а-яё]{6,})/i
/** «Иванова А.А., учитель математики»: somebody on a list. */
const PERSON_LINE =
  /^(?:[А-ЯЁ][а-яё-]+\s+(?:[А-ЯЁ]\.\s?){1,2}|(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё-]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична))(?:$|\s*[,;–—-]|\s+\()/
/** A line of a table of contents. */
const CONTENTS = /(?:\.{4,}|…{2,}|_{4,})\s*\d{1,3}$/

/** «Министр            И.О. Фамилия», «Секретарь ________ И.О. Фамилия» under the text. */
const SIGNATURE =
  /^[А-ЯЁ][^.;:!?]{3,90}?(?:\t|\s{3,}|[\s_]{4,})[\s_]*(?:[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.)\s*$/
/** Orders end by saying who sees to it that they are carried out. */
const OVERSIGHT =
  /^контроль\s+(?:за\s+|над\s+)?(?:исполнени|выполнени)[а-яё]+\s[^.]{0,80}(?:приказ|распоряжени|постановлени|решени|протокол|рекомендаци|поручени)[^.]*(?:оставля|возл[ао][жг]|осуществля)/i
/** What was heard and talked over is no measure. */
const HEARD =
  /^(?:\d{1,2}[.)]\s*)?(?:СЛУШАЛИ|Слушали|ВЫСТУПИЛ[АИ]?|Выступил[аи]?|ПОВЕСТКА|Повестка|ПРИСУТСТВ|Присутствовали|ГОЛОСОВАЛИ|Голосовали)(?![а-яё])/

/** «… на заседании. Срок: февраль. Ответственный: …»: what closes a point stands in its own paragraph. */
const INSIDE =
  /(?<=[.;)])\s+(?=(?:Срок|Ответственн)[а-яё]*(?:\s+(?:исполнения|реализации|за\s+исполнение|лицо))?\s*[:–—]|Отв\.\s*[:–—])/

/** Puts lines of running text back into paragraphs: pages of a PDF break them anywhere, with empty lines between. */
export function reflow(lines: readonly string[]): string[] {
  const paragraphs: string[] = []
  let signed = false
  for (const raw of lines) {
    const line = oneLine(raw)
    if (line === '' || /^[_\s]+$/.test(line) || /^\d{1,3}$/.test(line) || CONTENTS.test(line)) continue
    if (SIGNATURE.test(raw.trim())) {
      signed = true
      continue
    }
    const last = paragraphs.at(-1)
    const begins =
      NUMBERED.test(line) ||
      BULLET.test(line) ||
      TERM_LINE.test(line) ||
      RESPONSIBLE_LINE.test(line) ||
      isResolved(line) ||
      (/^[А-ЯЁ]/.test(line) && (PROPOSED.test(line) || (line.endsWith(':') && isAddressed(line)))) ||
      HEARD.test(line) ||
      signed
    signed = false
    const joins =
      last !== undefined &&
      !begins &&
      !/[.;:!?]$/.test(last) &&
      (startsLow(line) || last.length > 40 || /-$/.test(last))
    if (joins) paragraphs[paragraphs.length - 1] = joinTwo(last, line)
    else paragraphs.push(line)
  }
  return paragraphs.flatMap(paragraph => paragraph.split(INSIDE))
}

/**
 * Measures written as recommendations: an addressee («Руководителям …:»), items below it, and «Срок исполнения: …»
 * closing each group. The line of the term serves every item since the one before it that has no term of its own.
 */
export function readProse(lines: readonly string[]): Draft[] {
  const drafts: Draft[] = []
  const paragraphs = reflow(lines)
  const state: Place = {
    ...{ heading: null, addressee: null, ofNumber: false, intro: null, waiting: [] },
    ...{ open: false, ordered: false, apart: false },
    resolved: paragraphs.some(isResolved),
    bare: paragraphs.some(line => TERM_LINE.test(line)),
  }
  for (const paragraph of paragraphs) {
    const term = TERM_LINE.exec(paragraph)
    const responsible = RESPONSIBLE_LINE.exec(paragraph)
    if (term) {
      for (const draft of state.waiting)
        if (!draft.cells.has('term') && !hasOwnTerm(draft.text)) putCell(draft, 'term', withoutStop(term[1]))
      state.waiting = []
    } else if (responsible) {
      for (const draft of state.waiting.length > 0 ? state.waiting : drafts.slice(-1)) {
        draft.cells.delete('responsible')
        putCell(draft, 'responsible', withoutStop(responsible[1]))
      }
    } else readParagraph(paragraph, state, drafts)
  }
  return drafts
}

interface Place {
  /** A title of Markdown. */
  heading: string | null
  addressee: string | null
  /** The addressee is a numbered point, so that the next point is for somebody else. */
  ofNumber: boolean
  /** «РЕШИЛИ:» was met: points below it are measures even without an addressee. */
  open: boolean
  /** It was the word of an order, whose points may have no term. */
  ordered: boolean
  /** Under a title of aims, results or people. */
  apart: boolean
  /** «РЕШИЛИ:» stands somewhere: what is counted before it is the agenda. */
  readonly resolved: boolean
  /** The document closes its points by lines of terms. */
  readonly bare: boolean
  intro: string | null
  /** Items that the next line of a term serves. */
  waiting: Draft[]
}

function isResolved(paragraph: string): boolean {
  return /^(?:\d{1,2}[.)]\s*)?(?:решили|решение|постановили|приказываю|постановляю)(?:\s[^:]{0,40})?:/i.test(
    paragraph,
  )
}

function readParagraph(paragraph: string, state: Place, drafts: Draft[]): void {
  if (HEARD.test(paragraph)) {
    Object.assign(state, { open: false, apart: false, addressee: null, intro: null, waiting: [] })
    return
  }
  if (/^#+\s/.test(paragraph)) {
    state.heading = paragraph.replace(/^#+\s*/, '')
    return
  }
  const number = NUMBERED.exec(paragraph)?.[1] ?? null
  const bullet = BULLET.test(paragraph)
  const text = paragraph.replace(NUMBERED, '').replace(BULLET, '').trim()
  if (!bullet && (text.endsWith(':') || isBareAddressee(text, number))) {
    const title = text.replace(/:$/, '').trim()
    state.apart = NO_WORK.test(title) || isSigned(title)
    if (state.apart) Object.assign(state, { addressee: null, intro: null, waiting: [] })
    else if (RESOLVED.test(title) && !isAddressed(title.replace(/^\S+\s*/, ''))) {
      state.open = true
      state.ordered = ORDERS.test(title)
    } else if (isAddressed(title)) {
      state.addressee = title
      state.ofNumber = number !== null
      state.intro = null
      state.waiting = []
    } else if (state.addressee !== null && number !== null) state.intro = title
    return
  }
  if (state.ofNumber && number !== null && !number.includes('.') && /^\d+\.\s/.test(paragraph)) {
    state.addressee = null
    state.intro = null
  }
  if (state.apart || PERSON_LINE.test(text)) return
  const open = state.bare && (state.open || (!state.resolved && (drafts.length > 0 || number === '1')))
  // A point of an order says to whom, or until when.
  const own = state.open && state.ordered && number !== null && isAssigned(text)
  if ((state.addressee === null && !open && !own) || OVERSIGHT.test(text)) return
  if (number === null && !bullet) {
    // Words that no mark parts from the item above belong to it.
    const last = drafts.at(-1)
    if (!last || state.waiting.length === 0) return
    last.text = `${last.text} ${text}`
    doubt(last, 'text', 'joined')
    return
  }
  if (number !== null && !bullet) state.intro = null
  const draft = newDraft({
    section: state.intro ?? state.addressee ?? state.heading,
    year: null,
    level: null,
  })
  draft.number = number
  draft.text = text.replace(/[;.]$/, '').trim()
  const inside =
    state.addressee === null && isAddressed(draft.text) ? INFINITIVE.exec(draft.text)?.[1] : undefined
  putCell(draft, 'responsible', (state.addressee ?? inside ?? '').replace(PROPOSED, ''))
  drafts.push(draft)
  state.waiting.push(draft)
}

function isAddressed(text: string): boolean {
  return ADDRESSEE.test(text) || SHORT_ADDRESSEE.test(text.replace(PROPOSED, ''))
}

/** «С приказом ознакомлены» */
const isSigned = (title: string) => /^(?:с|со)\s.*ознакомлен/i.test(title)

/** «Учителям провести анализ», «Провести собрание до 5 мая». */
function isAssigned(text: string): boolean {
  const asks = INFINITIVE.test(text) || /^[А-ЯЁ][а-яё]+(?:ть|ти|чь|ться)(?![а-яё])/.test(text)
  return asks && ((isAddressed(text) && INFINITIVE.test(text)) || hasOwnTerm(text))
}

/** «2. Рекомендовать ОО» without its colon: a numbered line that says to whom, and not what. */
function isBareAddressee(text: string, number: string | null): boolean {
  if (number === null || number.includes('.') || text.length > 160 || /[.;,]$/.test(text)) return false
  return isAddressed(text) && !INFINITIVE.test(text.replace(PROPOSED, '')) && /[А-ЯЁа-яё]$/.test(text)
}

/** Without the full stop of the sentence; that of initials and of «г.» stays. */
function withoutStop(words: string): string {
  const bare = words.trim().replace(/[;)\s]+$/, '')
  return /(?:[А-ЯЁ]|\sг)\.$/.test(bare) ? bare : bare.replace(/[.;)\s]+$/, '')
}

function hasOwnTerm(text: string): boolean {
  return /(?:до|не позднее)\s+\d{1,2}[\s.][а-яё\d]+/i.test(text)
}
