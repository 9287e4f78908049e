import type { Catalogue } from '../format.ts'
import dirt from './results-dirt.ts'
import exams from './results-exams.ts'

const layout = (name: string) =>
  `{${name}, select, vpr2020 {протокол ВПР 2020 года} vpr2021 {протокол ВПР 2021 года} vpr2022 {протокол ВПР 2022 года} schoolForm {форма сбора результатов школы} individualResults {«Индивидуальные результаты» из «Аналитики»} oge {протокол ОГЭ} ege {протокол ЕГЭ} other {другой вид}}`

const what = (name: string) => `{${name}, select, subject {предмет} grade {класс} other {год}}`

const texts: Catalogue = {
  ...dirt,
  ...exams,

  // reading a protocol
  'problem.unknown-layout': 'Вид протокола не узнан. На листе найдены заголовки: {headers}.',
  'problem.unknown-layout.advice':
    'Проверьте, что это протокол с результатами участников и строка заголовков стоит в первых двадцати строках. Известные виды протоколов:\n{known}',
  'problem.empty-protocol': 'В книге нет ни одного заполненного листа.',
  'problem.empty-protocol.advice': 'Проверьте, тот ли файл выбран и сохранились ли в нём данные.',
  'problem.no-works': 'Заголовки протокола есть, а строк с работами нет.',
  'problem.no-works.advice': 'Проверьте, что протокол выгружен полностью.',
  'problem.layouts-mixed': `В одном файле протоколы двух видов: лист «{first}» — ${layout('layout')}, этот лист — ${layout('other')}.`,
  'problem.layouts-mixed.advice':
    'Сохраните листы разными файлами или уберите лишний, чтобы работы не были сосчитаны дважды.',
  'problem.sheets-differ': 'На этом листе другая работа или другие задания, чем на листе «{first}».',
  'problem.sheets-differ.advice': 'Сохраните каждую работу (предмет, класс, год) отдельным файлом.',
  'problem.assessment-unknown':
    'Не удалось понять, {missing, select, subject {по какому предмету} grade {за какой класс} other {за какой год}} эта работа.',
  'problem.assessment-unknown.advice':
    'Назовите файл, например, «2021 Русский язык, 4 класс.xlsx» или укажите {missing, select, subject {предмет: --subject "Русский язык"} grade {класс: --grade 4} other {год: --year 2021}}.',
  'problem.specification-missing':
    'Для работы «{set} класс» неизвестны максимальные баллы заданий: их нет ни в заголовках, ни среди описаний работ.',
  'problem.specification-missing.advice':
    'Добавьте описание этой работы в файл и укажите его: --specifications файл.json. Если предмет, класс или год определены неверно, исправьте имя файла.',
  'problem.task-columns-missing':
    'В протоколе нет столбцов заданий, которые есть в описании работы «{set} класс»: {tasks}.',
  'problem.task-columns-missing.advice':
    'Проверьте, что предмет, класс и год в имени файла верны и что столбцы не удалены.',
  'problem.school-unknown': 'В этой форме школа не указана, а в имени файла нет её логина.',
  'problem.school-unknown.advice':
    'Добавьте логин в имя файла, например «edu990001 Математика 5 класс 2026.xlsx», или укажите его: --school edu990001.',
  'problem.logins-unreadable':
    'В файле {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}} с результатами, и ни в одной не читается логин школы.',
  'problem.logins-unreadable.advice':
    'Логин — это sch, edu или ksh и шесть цифр. Проверьте, что логины стоят в своём столбце и столбцы не сдвинуты.',
  'problem.sheet-skipped':
    'Лист «{sheet}» не прочитан: вид протокола не узнан. На нём {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}, найдены заголовки: {headers}.',
  'problem.sheet-skipped.advice':
    'Если на листе есть работы, приведите его заголовки к виду остальных листов и загрузите файл снова. Если работ нет, ничего делать не надо.',
  'problem.maximum-differs':
    'Работа «{set} класс»: максимум по заголовкам или шапке файла — {other}, а в расчёте принят {used}.',
  'problem.maximum-differs.advice':
    'Сверьте с описанием работы. Если в описании ошибка, дайте исправленное: --specifications файл.json.',
  'problem.tasks-unknown':
    'Для работы «{set} класс» список заданий не описан: баллы за отдельные задания не читаются, только итог.',
  'problem.tasks-unknown.advice':
    'Чтобы увидеть задания, добавьте их в файл описаний: --specifications файл.json.',
  'problem.name-differs': `Имя файла и его содержание расходятся: ${what('what')} в имени — {named}, внутри — {told}. Взято то, что внутри.`,
  'problem.name-differs.advice': 'Если верно имя, исправьте шапку листа.',

  // the store
  'problem.manifest-broken': 'Запись о загрузке повреждена и не читается.',
  'problem.manifest-broken.advice':
    'Восстановите папку данных из резервной копии или уберите папку этой загрузки и загрузите файл снова.',
  'problem.batch-unknown': 'Загрузки «{id}» нет.',
  'problem.batch-unknown.advice': 'Посмотрите список загрузок и возьмите номер из него.',
  'problem.imported-otherwise':
    'Этот файл уже загружен как другая работа или с другими максимумами (загрузка {id}).',
  'problem.imported-otherwise.advice':
    'Если прежнее чтение неверно, отмените ту загрузку и загрузите файл снова.',
  'problem.set-in-two-layouts': `Работа «{set} класс» дана дважды: «{first}» — ${layout('layout')}, «{second}» — ${layout('other')}. Одни и те же работы были бы сосчитаны два раза.`,
  'problem.set-in-two-layouts.advice':
    'Оставьте один из двух файлов. Загруженный раньше отменяет команда objektiv undo ПАРТИЯ --data ПАПКА.',
  'problem.set-tasks-differ':
    'Файлы «{first}» и «{second}» относятся к одной работе «{set} класс», но задания или максимумы в них разные.',
  'problem.set-tasks-differ.advice':
    'Проверьте предмет, класс и год в именах файлов; для базовой и углублённой работы укажите уровень в имени. Загруженный раньше файл отменяет команда objektiv undo ПАРТИЯ --data ПАПКА.',
  'problem.stored-otherwise':
    'Партия {batch} («{set} класс») прочитана с другими заданиями или максимумами, чем теперь в описании работы.',
  'problem.stored-otherwise.advice':
    'Укажите то описание, с которым файл загружали, или загрузите его снова с новым: objektiv undo {batch} --data ПАПКА, затем objektiv import ФАЙЛ --data ПАПКА --specifications файл.json.',
  'problem.school-in-two-files':
    '{count, plural, one {# школа есть} few {# школы есть} many {# школ есть} other {# школы есть}} в двух файлах работы «{set} класс», «{first}» и «{second}»: {schools}{more, plural, =0 {} other { и ещё #}}.',
  'problem.school-in-two-files.advice':
    'Если это одни и те же участники, уберите один файл: сейчас они сосчитаны дважды.',

  // scales and specifications
  'problem.scale-backwards':
    'Шкала «{set} класс»: границы отметки «{mark}» идут от {from} к {to}, конец раньше начала.',
  'problem.scale-backwards.advice': 'Поменяйте границы местами.',
  'problem.scale-start':
    'Шкала «{set} класс» начинается с {from}, а не с 0: меньшим баллам не соответствует ни одна отметка.',
  'problem.scale-start.advice': 'Начните отметку «2» с 0 баллов.',
  'problem.scale-overlap': `Шкала «{set} класс»: ${span('балл {from} относится', 'баллы от {from} до {to} относятся')} и к «{below}», и к «{mark}».`,
  'problem.scale-overlap.advice': 'Исправьте границы: у каждого балла должна быть одна отметка.',
  'problem.scale-gap': `Шкала «{set} класс»: ${span('балл {from} не относится', 'баллы от {from} до {to} не относятся')} ни к «{below}», ни к «{mark}».`,
  'problem.scale-gap.advice': 'Исправьте границы: у каждого балла должна быть отметка.',
  'problem.scale-end': 'Шкала «{set} класс» кончается на {to}, а максимум работы — {max}.',
  'problem.scale-end.advice': 'Исправьте верхнюю границу отметки «5» или максимум.',
  'problem.specification-file-unreadable': 'Файл описаний работ не открывается ({reason}).',
  'problem.specification-file-unreadable.advice': 'Проверьте путь к файлу и право на чтение.',
  'problem.specification-not-json': 'Файл описаний работ — не JSON: {reason}.',
  'problem.specification-not-json.advice':
    'Откройте файл в редакторе с проверкой JSON: обычно это лишняя или пропущенная запятая.',
  'problem.specification-not-a-list': 'Файл описаний работ должен быть списком: [ … ].',
  'problem.specification-not-a-list.advice':
    'Заключите описания в квадратные скобки, даже если описание одно.',
  'problem.specification-empty': 'В файле описаний работ нет ни одного описания.',
  'problem.specification-empty.advice': 'Добавьте описание или не указывайте --specifications.',
  'problem.specification-twice': 'Работа «{set} класс» описана дважды: записи {first} и {entry}.',
  'problem.specification-twice.advice': 'Оставьте одну из двух записей.',
  'problem.specification-unknown-field': 'Запись {entry} в файле описаний: незнакомые поля {fields}.',
  'problem.specification-unknown-field.advice':
    'Поля записи: procedure, version, year, grade, subject, max_primary, bands, tasks, source; задания: index, task, level, max.',
  'problem.specification-field':
    'Запись {entry} в файле описаний: поле {column} не заполнено или заполнено неверно.',
  'problem.specification-field.advice':
    'Год и класс — целые числа, bands — границы отметок вида "2": [0, 13], level — Б, П или В, version — базовая или углублённая.',
  'problem.specification-sum':
    'Запись {entry} в файле описаний: максимумы заданий дают в сумме {sum}, а max_primary другой.',
  'problem.specification-sum.advice':
    'Исправьте задания или максимум; если задания неизвестны, напишите "tasks": null.',
  'problem.specification-index-twice':
    'Запись {entry} в файле описаний: номер index повторяется у двух заданий.',
  'problem.specification-index-twice.advice': 'Пронумеруйте задания подряд, начиная с 1.',
  ...official('backwards', 'границы отметки «{mark}» идут от {from} к {to}'),
  ...official('start', 'шкала начинается с {from}, а не с 0'),
  ...official(
    'overlap',
    `${span('балл {from} относится', 'баллы от {from} до {to} относятся')} и к «{below}», и к «{mark}»`,
  ),
  ...official(
    'gap',
    `${span('балл {from} не относится', 'баллы от {from} до {to} не относятся')} ни к «{below}», ни к «{mark}»`,
  ),
  ...official('end', 'шкала кончается на {to}, а максимум — {max}'),

  // the registry of schools
  'problem.registry-without-logins': 'В реестре школ нет столбца с логинами.',
  'problem.registry-without-logins.advice':
    'Добавьте столбец «Логин ОО» с логинами вида sch990001 или edu990001; по нему школы связываются с протоколами.',
  'problem.registry-empty': 'В реестре школ нет ни одной школы.',
  'problem.registry-empty.advice': 'Проверьте, тот ли файл выбран.',
  'problem.registry-bad-login': 'Логин школы в реестре не читается.',
  'problem.registry-bad-login.advice': 'Логин — это sch, edu или ksh и шесть цифр.',
  'problem.registry-school-twice': 'Школа с цифрами {key} уже есть в строке {first} реестра.',
  'problem.registry-school-twice.advice':
    'Оставьте одну строку: sch и edu с одинаковыми цифрами — одна и та же школа.',
}

function span(one: string, many: string): string {
  return `{many, select, yes {${many}} other {${one}}}`
}

function official(fault: string, words: string): Catalogue {
  return {
    [`problem.official-scale-${fault}`]: `В официальной шкале «{set} класс» ошибка: ${words}. Отметки по этой работе не ставятся, остальное посчитано.`,
    [`problem.official-scale-${fault}.advice`]:
      'Уточните границы у организатора и дайте исправленную шкалу с её источником: на странице работы в разделе «Спецификации» или ключом --specifications файл.json.',
  }
}

export default texts
