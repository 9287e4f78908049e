import type { Cell } from '../../documents/spreadsheet/index.ts'
import { examCodesOfSchool } from './exam-codes.ts'
import type { DemoExam, DemoExamWork } from './generate-exams.ts'
import { inventedPerson } from './invented-person.ts'

const EGE_HEADERS = [
  ...['№', 'Код ППЭ', 'Код ОО', 'Класс', 'Код ООП', 'Профиль', 'Фамилия', 'Имя', 'Отчество', 'Вариант'],
  ...['Код участника', '№ бланка', 'Ответы в краткой форме', 'Ответы в развернутой форме'],
  ...['Первичный балл', 'Итоговый балл'],
]
const OGE_HEADERS = [
  ...['№', 'Код ОО', 'Класс', 'Код ППЭ', 'Аудитория', 'Код участника (Код регистрации)'],
  ...['Фамилия', 'Имя', 'Отчество', 'Серия', 'Номер', 'Ответы в краткой форме', 'Ответы в развернутой форме'],
  ...['Первичный балл', 'Оценка'],
]

/**
 * A sheet of one examination: its subjects one below the other, each with a title and a header (DOMAIN §3.6). The first
 * row given is the title of the first block, since a sheet begins with a row of headers.
 */
export function layOutExams(exams: readonly DemoExam[], seed: number) {
  const blocks = exams.flatMap((exam): Cell[][] => {
    const { number, title, day } = exam.paper
    return [
      [`${number} - ${title} ${day}`],
      [...(exam.paper.exam === 'ОГЭ' ? OGE_HEADERS : EGE_HEADERS)],
      ...exam.works.map((work, index) => rowOf(exam, work, index + 1, seed)),
    ]
  })
  const [[first], ...rows] = blocks
  return { name: 'Протокол', headers: [String(first)], rows }
}

function rowOf({ paper, classes }: DemoExam, work: DemoExamWork, number: number, seed: number): Cell[] {
  const { school, participant, scores, primary, result } = work
  const { oge, ege } = examCodesOfSchool(school)
  const point = 1 + (school % 60)
  const letter = classes[work.class].letter
  const short = scores.slice(0, paper.short.length).map(score => (score > 0 ? '+' : '-'))
  const long = paper.long.map(({ max }, i) => `${scores[paper.short.length + i]}(${max})`)
  const answers = [short.join(''), long.join('')]
  const { name, document } = inventedPerson(seed, `${paper.exam} ${paper.title} ${participant}`)
  const code = `${paper.number}${String(participant).padStart(6, '0')}`
  if (paper.exam === 'ОГЭ') {
    const room = 1 + (participant % 12)
    return [number, oge, `9${letter}`, point, room, code, ...name, ...document, ...answers, primary, result]
  }
  const sheet = 7_000_000 + participant
  const before = [number, point, ege, `11${letter}`, 1, 'универсальный', ...name, 400 + (participant % 9)]
  return [...before, code, sheet, ...answers, primary, result]
}
