import type { Catalogue } from '../format.ts'

/** Long work: titles are `job.<kind>`, added by the rooms whose work it is. */
const texts: Catalogue = {
  'job.untitled': 'Фоновая работа',
  'problem.job-interrupted':
    'Работа прерывалась {attempts, plural, one {# раз} few {# раза} other {# раз}} и не закончена: служба останавливалась, не успев её довести.',
  'problem.job-interrupted.advice':
    'Запустите её ещё раз. Если она снова прервётся, сообщите администратору: возможно, ей не хватает памяти.',
  'problem.job-fault': 'Работа № {id} не удалась из-за ошибки программы. Повторные попытки не помогли.',
  'problem.job-fault.advice':
    'Запустите её позже. Если ошибка повторится, сообщите администратору номер работы.',
}

export default texts
