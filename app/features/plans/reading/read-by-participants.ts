import { continueCell, type Draft, doubt, newDraft } from './draft.ts'
import type { ColumnRole } from './headings.ts'
import { PAGE_END } from './text-to-document.ts'
import { oneLine, startsLow } from './words.ts'

/** In low letters too where the word cannot be a genitive; «директора» is one more often than not. */
const PARTICIPANT =
  /^(?:[Рр]одители|[Оо]бучающиеся|[Уу]чащиеся|[Уу]ченики|[Шш]кольники|[Вв]ыпускники|[Пп]едагоги|[Пп]едагогические|Учителя|[Аа]дминистрация|[Мм]униципальные|[Рр]уководители|Классные|Директора|Заместители|[Сс]пециалисты|[Мм]етодисты|[Ээ]ксперты|[Нн]аблюдатели|ОМСУ|Все)$/
const PARTICIPANT_GOES_ON =
  /^(?:законные|представители|несовершеннолетних|работники|коллективы?|школ[ыа]?|образовательных|общеобразовательных|организаций|учреждений|оо|оу|методические|службы|советы|и|участники|отношений|процесса|образовательного|предметники|начальных|классов|общественные)$/i

/** Words at the start of a line that name participants; the rest of the line is of the next cell. */
function participantsIn(line: string, open: boolean): { participants: string; rest: string } | null {
  const words = line.split(' ')
  let taken = 0
  for (const word of words) {
    const plain = word.replace(/[(),;.]/g, '')
    const known = PARTICIPANT.test(plain) || ((open || taken > 0) && PARTICIPANT_GOES_ON.test(plain))
    if (!known) break
    taken += 1
  }
  if (taken === 0) return null
  return { participants: words.slice(0, taken).join(' '), rest: words.slice(taken).join(' ') }
}

/** Without numbers, the column of participants parts the measure before it from the result behind it. */
export function rowsByParticipants(lines: readonly string[], roles: readonly ColumnRole[]): Draft[] {
  if (!roles.includes('participants')) return []
  const drafts: Draft[] = []
  let draft = newDraft({ section: null, year: null, level: null }, new Set(roles))
  /** Result of the row above with the measure of the next one behind it, until participants show that the latter began. */
  let pending: string[] = []
  let state: 'text' | 'participants' | 'result' = 'text'
  let pageBegins = false
  for (const raw of lines) {
    const line = oneLine(raw)
    if (raw === PAGE_END) pageBegins = state === 'result'
    if (line === '' || raw === PAGE_END) continue
    // A page begins with its first column: low letters go on with the measure there.
    if (pageBegins && startsLow(line) && !participantsIn(line, false)) {
      for (const one of pending) continueCell(draft, 'expected', one)
      pending = []
      state = 'text'
    }
    pageBegins = false
    const named = participantsIn(line, state === 'participants')
    // «педагоги школы приняли…» inside a result is its own words.
    const found = named && state === 'result' && startsLow(line) && startsLow(named.rest) ? null : named
    if (!found) {
      if (state === 'text') continueCell(draft, 'text', line)
      else {
        state = 'result'
        pending.push(line)
      }
      continue
    }
    if (state === 'result') {
      const border = pending.findLastIndex((one, at) => at > 0 && /^[А-ЯЁ][а-яё]/.test(one))
      if (border > 0) {
        for (const one of pending.slice(0, border)) continueCell(draft, 'expected', one)
        drafts.push(draft)
        draft = newDraft({ section: null, year: null, level: null }, new Set(roles))
        for (const one of pending.slice(border)) continueCell(draft, 'text', one)
      } else for (const one of pending) continueCell(draft, 'expected', one)
      pending = []
    }
    state = 'participants'
    continueCell(draft, 'participants', found.participants)
    doubt(draft, 'participants', 'cells-guessed')
    if (found.rest !== '') {
      state = 'result'
      pending.push(found.rest)
    }
  }
  for (const one of pending) continueCell(draft, 'expected', one)
  if (draft.text !== '') drafts.push(draft)
  return drafts
}
