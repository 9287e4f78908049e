import type { Catalogue } from '../format.ts'

/** The federal list of schools: what may be wrong with a file, and the words of its export. */
const texts: Catalogue = {
  'problem.federal-columns-missing':
    'Это не похоже на федеральный перечень: нет столбца «Логин» или ни одного столбца маркеров («4 РУ», «5 МА»).',
  'problem.federal-columns-missing.advice':
    'Нужны столбцы: Год, Логин, Муниципалитет, ОО, 4 РУ, 4 МА, 5 РУ, 5 МА, Количество маркеров. Порядок любой.',
  'problem.federal-empty': 'В файле нет ни одной строки перечня.',
  'problem.federal-empty.advice':
    'Проверьте файл. Если школ в перечне нет, укажите при загрузке, за какой он год.',
  'problem.federal-bad-login': 'Логин школы не читается.',
  'problem.federal-bad-login.advice': 'Логин — это sch, edu или ksh и шесть цифр.',
  'problem.federal-bad-year': 'Год не читается.',
  'problem.federal-bad-year.advice': 'Год — четыре цифры, например 2021.',
  'problem.federal-bad-count': 'Количество маркеров не читается.',
  'problem.federal-bad-count.advice': 'Укажите целое число или оставьте ячейку пустой.',
  'problem.federal-bad-mark': 'Непонятно, есть маркер или нет.',
  'problem.federal-bad-mark.advice': 'Маркер есть: 1, + или «да». Маркера нет: 0, прочерк или пустая ячейка.',
  'problem.federal-year-missing': 'У строки не указан год.',
  'problem.federal-year-missing.advice': 'Заполните столбец «Год» или укажите год при загрузке файла.',
  'problem.federal-other-year': 'Строка относится к другому году, а перечень загружают за {year} год.',
  'problem.federal-other-year.advice': 'Уберите строку или загрузите файл без указания года.',
  'problem.federal-count-differs':
    'Указано одно количество маркеров, а {marks, plural, one {отмечен # столбец} few {отмечено # столбца} many {отмечено # столбцов} other {отмечено # столбца}}.',
  'problem.federal-count-differs.advice': 'Сверьте строку с перечнем, который вам прислали.',
  'problem.federal-school-twice': 'Эта школа за {year} год уже есть в строке {first}.',
  'problem.federal-school-twice.advice':
    'Оставьте одну строку. Логины sch и edu с одними цифрами — одна школа; прежний логин — тоже она.',
  'problem.federal-login-unknown': 'Школы с таким логином в реестре нет.',
  'problem.federal-login-unknown.advice': 'Проверьте логин или добавьте школу в реестр.',
  'problem.federal-year-loaded': 'Перечень за {year} год уже принят (загрузка № {list}).',
  'problem.federal-year-loaded.advice': 'Сначала отмените прежнюю загрузку, затем примите эту.',
  'problem.federal-has-problems':
    'В перечне {count, plural, one {# замечание} few {# замечания} many {# замечаний} other {# замечания}}, принять его нельзя.',
  'problem.federal-has-problems.advice': 'Исправьте файл и загрузите его снова.',
  'problem.federal-list-stands':
    'Этот перечень уже {state, select, accepted {принят} rejected {отклонён} undone {отменён} other {решён}}.',
  'problem.federal-list-stands.advice': 'Обновите страницу.',

  'federal.export.file': 'Федеральный перечень {day}',
  'federal.export.sheet': 'Перечень',
  'federal.export.what': 'Федеральный перечень школ с признаками необъективности',
  'federal.export.running': 'В перечне лет подряд, не меньше',
  'federal.column.municipality': 'Муниципалитет',
  'federal.column.school': 'Школа',
  'federal.column.login': 'Логин',
  'federal.column.year': 'Год',
  'federal.column.markers': 'Маркеры',
  'federal.column.count': 'Маркеров',
  'federal.column.running': 'Лет подряд',
  'federal.column.years': 'Все годы',

  'audit.field.federal_list.year': 'год',
  'audit.field.federal_list.under': 'номер территории',
  'audit.field.federal_list.running': 'лет подряд',
  'audit.value.federal_list.state.checked': 'проверен',
  'audit.value.federal_list.state.accepted': 'принят',
  'audit.value.federal_list.state.rejected': 'отклонён',
  'audit.value.federal_list.state.undone': 'отменён',
  'audit.action.federal-list.accepted': 'Принят федеральный перечень',
  'audit.action.federal-list.rejected': 'Отклонён федеральный перечень',
  'audit.action.federal-list.undone': 'Отменён федеральный перечень',
}

export default texts
