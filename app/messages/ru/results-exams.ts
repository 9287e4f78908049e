import type { Catalogue } from '../format.ts'

/** Protocols of ОГЭ and ЕГЭ. What may be a name or a document is never quoted. */
const texts: Catalogue = {
  'dirt.exam-row-shifted': 'строка сдвинута: цифры среди имён или слова на месте чисел',
  'dirt.exam-row-shifted.done':
    'из строки ничего не взято и не сохранено, значения не показаны: в них могут быть имя или документ',
  'dirt.exam-school-unknown': 'код ОО не найден в реестре школ',
  'dirt.exam-school-unknown.done': 'чья это работа, неизвестно: строка в расчёт не входит',
  'dirt.exam-code-repeated': 'код участника повторяется в этом предмете',
  'dirt.exam-code-repeated.done': 'обе работы считаются',
  'dirt.exam-mask-unreadable': 'посторонние знаки в ответах в краткой форме (показано сколько)',
  'dirt.exam-mask-unreadable.done': 'эти задания не учтены, первичный балл взят как указан',
  'dirt.exam-mask-length': 'кратких ответов не столько, сколько в других строках',
  'dirt.exam-mask-length.done': 'задания с кратким ответом не учтены, первичный балл взят как указан',
  'dirt.exam-long-unreadable': 'ответы в развёрнутой форме не читаются',
  'dirt.exam-long-unreadable.done': 'задания с развёрнутым ответом не учтены, первичный балл взят как указан',
  'dirt.exam-long-differs': 'развёрнутых ответов или их максимумов не столько, сколько в других строках',
  'dirt.exam-long-differs.done': 'задания с развёрнутым ответом не учтены, первичный балл взят как указан',
  'dirt.exam-final-unreadable': 'итоговый балл не читается',
  'dirt.exam-final-unreadable.done': 'итоговый балл не сохранён, первичный взят как указан',
  'dirt.exam-short-weighted':
    'первичный балл больше суммы у большинства работ: за часть кратких ответов дают больше одного балла',
  'dirt.exam-short-weighted.done':
    'первичный балл взят как указан; отмечены только работы, где он меньше суммы',
  'problem.exam-codes-missing':
    'Это протоколы {exam}: школы в них названы кодами ОО, а в реестре школ нет ни одного кода {exam}.',
  'problem.exam-codes-missing.advice':
    'Добавьте в реестр школ столбец «Код {exam}» и загрузите файл снова; команде дайте реестр: --registry файл.',
  'problem.exam-schools-none':
    'В «{set} класс» {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}, и ни одного кода ОО нет в реестре школ.',
  'problem.exam-schools-none.advice': 'Проверьте, что в реестре коды именно этого экзамена и этого региона.',
  'problem.journal-of-exam': 'Это протоколы ОГЭ или ЕГЭ, а не отметки журнала.',
  'problem.journal-of-exam.advice': 'Загрузите файл как протокол.',
  'problem.exam-no-rows': 'В «{set} класс» есть заголовок, а строк с работами нет.',
  'problem.exam-no-rows.advice': 'Проверьте, что протокол выгружен полностью.',
  'problem.exam-schools-unknown':
    '«{set} класс»: {codes, plural, one {# кода ОО} few {# кодов ОО} many {# кодов ОО} other {# кода ОО}} нет в реестре школ, не вошли {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}. Коды и сколько строк: {listed}.',
  'problem.exam-schools-unknown.advice':
    'Впишите коды в реестр школ и загрузите файл снова. Коды, встреченные один или два раза, не показаны: в столбец могло попасть что угодно.',
}

export default texts
