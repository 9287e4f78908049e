import { findTermOfRequest } from '@objektiv/russian-terms'
import { type Draft, doubt, newDraft, putCell } from './draft.ts'
import {
  closeUp,
  hasOwnTerm,
  isAddressed,
  isAsked,
  isBareAddressee,
  isResolved,
  isSetDown,
  isSigned,
  NAME_ALONE,
  toWhomInside,
  withoutStop,
} from './points-of-prose.ts'
import { cutInside, ofOneSentence, type Place } from './prose-place.ts'
import {
  AGENDA,
  ASKS,
  BULLET,
  CONTENTS,
  ENDS_RESOLVED,
  HEARD,
  INFINITIVE,
  MEASURE_LABEL,
  NO_WORK,
  NOTED,
  NUMBERED,
  OVERSIGHT,
  PERSON_LINE,
  PROPOSED,
  RESOLVED,
  RESPONSIBLE_LINE,
  SIGNATURE,
  TERM_LINE,
  TO_WHOM,
  WISHED,
} from './prose-words.ts'
import { isWriter } from './row-kinds.ts'
import { tailOf } from './tail-of-point.ts'
import { joinTwo, oneLine, startsLow } from './words.ts'

/** «Провести собрания …» */
const ASKED = /^[А-ЯЁ][а-яё]{2,}(?:ть|ти|чь)(?:ся)?\s/

/** Puts lines of running text back into paragraphs: pages of a PDF break them anywhere, with empty lines between. */
export function reflow(lines: readonly string[]): string[] {
  const paragraphs: string[] = []
  let signed = false
  for (const raw of lines) {
    const line = closeUp(oneLine(raw))
    if (line === '' || /^[_\s]+$/.test(line) || /^\d{1,3}$/.test(line) || CONTENTS.test(line)) continue
    if (SIGNATURE.test(raw.trim()) || isWriter(line)) {
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
      isAddressed(TO_WHOM.exec(line)?.[1] ?? '') ||
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
  return paragraphs
}

/**
 * Measures written as recommendations: an addressee («Руководителям …:»), items below it, and «Срок исполнения: …»
 * closing each group. The line of the term serves every item since the one before it that has no term of its own.
 */
export function readProse(lines: readonly string[]): Draft[] {
  const drafts: Draft[] = []
  const paragraphs = reflow(lines)
  const pieces = paragraphs.flatMap(cutInside)
  const state: Place = {
    ...{
      heading: null,
      addressee: null,
      ofNumber: false,
      intro: null,
      waiting: [],
      goesOn: new Set(),
      named: new Set(),
    },
    ...{ open: false, ordered: false, wished: false, apart: false },
    resolved: paragraphs.some(isResolved),
    bare: pieces.some(({ paragraph }) => TERM_LINE.test(paragraph)),
  }
  for (const { paragraph, inside } of pieces) {
    const term = TERM_LINE.exec(paragraph)
    const responsible = RESPONSIBLE_LINE.exec(paragraph)
    if (term) {
      // What stands under «Задачи» and has a term is to be done all the same.
      drafts.push(...state.waiting.filter(draft => !drafts.includes(draft)))
      for (const draft of inside ? ofOneSentence(state) : state.waiting)
        if (!draft.cells.has('term') && !hasOwnTerm(draft.text)) putCell(draft, 'term', withoutStop(term[1]))
      state.waiting = []
    } else if (responsible) {
      const served = inside ? ofOneSentence(state) : state.waiting
      for (const draft of served.length > 0 ? served : drafts.slice(-1)) {
        if (state.named.has(draft)) continue
        if (inside) state.named.add(draft)
        draft.cells.delete('responsible')
        putCell(draft, 'responsible', withoutStop(responsible[1]))
      }
    } else readParagraph(paragraph, state, drafts)
  }
  return drafts
}

function readParagraph(paragraph: string, state: Place, drafts: Draft[]): void {
  // «По первому вопросу РЕШИЛИ:»
  if (HEARD.test(paragraph) && !isResolved(paragraph)) {
    Object.assign(state, { open: false, apart: false, addressee: null, intro: null, waiting: [] })
    return
  }
  if (/^#+\s/.test(paragraph)) {
    state.heading = paragraph.replace(/^#+\s*/, '')
    return
  }
  const number = NUMBERED.exec(paragraph)?.[1] ?? null
  const bullet = BULLET.test(paragraph)
  const text = paragraph.replace(NUMBERED, '').replace(BULLET, '').replace(MEASURE_LABEL, '').trim()
  const [, to, what] = number === null && !bullet ? (TO_WHOM.exec(text) ?? []) : []
  if (to !== undefined && isAddressed(to)) {
    Object.assign(state, { addressee: to, ofNumber: false, intro: null, apart: false, waiting: [] })
    readParagraph(`– ${what}`, state, drafts)
    state.addressee = null
    return
  }
  const wishes = paragraph.endsWith(':') && WISHED.test(paragraph.slice(0, -1)) && !isAddressed(text)
  const resolves = number === null && (wishes || isResolved(paragraph))
  if (!bullet && (text.endsWith(':') || resolves || isBareAddressee(text, number))) {
    const title = text.replace(/:$/, '').trim()
    state.apart =
      (NO_WORK.test(title) && !/мероприяти|действи|(?<![а-яё])мер(?![а-яё])/i.test(title)) || isSigned(title)
    if (state.apart) Object.assign(state, { addressee: null, intro: null, waiting: [] })
    else if (
      wishes ||
      ENDS_RESOLVED.test(title) ||
      (RESOLVED.test(title) && !isAddressed(title.replace(/^\S+\s*/, '')))
    ) {
      state.open = true
      state.wished = wishes
      state.ordered = !/^(?:рекоменд|вывод|предложени|поручить)/i.test(title)
      Object.assign(state, { addressee: null, intro: null, waiting: [] })
    } else if (isAddressed(title) || (state.ordered && number !== null && NAME_ALONE.test(title))) {
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
    state.waiting = []
  }
  if (PERSON_LINE.test(text) && !INFINITIVE.test(text)) return
  const open = state.bare && (state.open || (!state.resolved && (drafts.length > 0 || number === '1')))
  // Points of orders and resolutions ask for something; what they only set down is no measure.
  // «РЕШИЛИ:», and under it one point without a number.
  const alone = state.open && state.ordered && state.waiting.length === 0 && ASKED.test(text)
  const asked = state.open && (number !== null || bullet || alone) && isAsked(text)
  // A letter asks to name somebody; what an order names is done by that.
  const wished = state.open && state.wished && (number !== null || bullet) && ASKS.test(text)
  const dated =
    state.open && state.ordered && number !== null && !isSetDown(text) && findTermOfRequest(text) !== null
  const own = wished || (asked && (state.ordered || toWhomInside(text) !== undefined)) || dated
  // «Утвердить план (приложение)» has nothing to be done by the term of its group.
  if (
    state.open &&
    state.ordered &&
    !state.wished &&
    state.addressee === null &&
    isSetDown(text) &&
    !hasOwnTerm(text)
  )
    return
  if ((state.addressee === null && !open && !own && !state.apart) || OVERSIGHT.test(text) || NOTED.test(text))
    return
  if (AGENDA.test(text)) return
  if (number === null && !bullet && !alone) {
    // «Цель: …» under a point says what for.
    const aim = /^(?:цел[ьи]|задач[аи]|ожидаемый результат)\s*:\s*(\S.*)$/i.exec(text)?.[1]
    if (aim !== undefined && state.waiting.length > 0) {
      putCell(state.waiting.at(-1)!, 'note', aim)
      return
    }
    // Words that no mark parts from the item above belong to it.
    if (state.apart && /^[А-ЯЁ]/.test(text)) Object.assign(state, { apart: false, waiting: [] })
    const last = state.waiting.at(-1)
    if (!last) return
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
  const tail = tailOf(text)
  draft.text = tail?.words ?? text.replace(/[;.]$/, '').trim()
  putCell(draft, 'term', tail?.term ?? '')
  const inside = state.addressee === null ? toWhomInside(draft.text) : undefined
  putCell(draft, 'responsible', tail?.who || (state.addressee ?? inside ?? '').replace(PROPOSED, ''))
  // Nobody is named and no day: it may be a wish.
  if (
    own &&
    !state.bare &&
    inside === undefined &&
    !hasOwnTerm(text) &&
    tail === null &&
    findTermOfRequest(text) === null
  )
    doubt(draft, 'term', 'empty')
  if (!state.apart) drafts.push(draft)
  if (text.endsWith(';')) state.goesOn.add(draft)
  if (tail?.who) state.named.add(draft)
  state.waiting.push(draft)
}
