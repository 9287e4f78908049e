import type { Catalogue } from '../format.ts'
import { unitFields } from './unit-fields.ts'

const fieldName = `{field, select, ${Object.entries(unitFields)
  .map(([field, words]) => `${field} {${words}}`)
  .join(' ')} other {{field}}}`

const camelFieldName =
  '{field, select, login {логин} schoolKind {вид школы} locality {тип населённого пункта} ogeCode {код ОГЭ} egeCode {код ЕГЭ} other {{field}}}'

/** «закрыта» of a school, «закрыт» of a municipality, a region or a class. */
const ending = '{kind, select, school {а} other {}}'

/** The territory: units, their states, and what stands in the way of an act. */
const texts: Catalogue = {
  'unit.state.active': 'действует',
  'unit.state.future': 'начнёт действовать {date}',
  'unit.state.closing': 'действует, закроется {date}',
  'unit.state.closed': `закрыт${ending} с {date}`,
  'unit.state.merged': `{named, select, yes {{kind, select, school {присоединена} other {присоединён}} к «{successor}» с {date}} other {{kind, select, school {присоединена} other {присоединён}} к записи вне вашей территории с {date}}}`,
  'unit.state.withdrawn': `отозван${ending}: загрузка реестра отменена`,

  'registry.imports.file': 'Загрузки реестра {day}',
  'registry.imports.sheet': 'Загрузки',
  'registry.imports.what': 'Загрузки реестра школ',
  'registry.imports.state.checked': 'проверен, ждёт решения',
  'registry.imports.state.wrong': 'есть замечания',
  'registry.imports.state.committed': 'принят',
  'registry.imports.state.undone': 'отменён',
  'registry.imports.column.number': 'Загрузка №',
  'registry.imports.column.file': 'Файл',
  'registry.imports.column.checkedAt': 'Когда загружен',
  'registry.imports.column.checkedBy': 'Кто загрузил',
  'registry.imports.column.rows': 'Строк',
  'registry.imports.column.problems': 'Замечаний',
  'registry.imports.column.added': 'Новых',
  'registry.imports.column.changed': 'Изменённых',
  'registry.imports.column.missing': 'Нет в файле',
  'registry.imports.column.unchanged': 'Без изменений',
  'registry.imports.column.state': 'Состояние',
  'registry.imports.column.committedAt': 'Когда принят',
  'registry.imports.column.undoneAt': 'Когда отменён',
  'registry.sheet': 'Реестр школ',
  'registry.sheet-municipalities': 'Муниципалитеты',
  'registry.municipality.code': 'Код',
  'registry.municipality.name': 'Название',
  'registry.municipality.short-name': 'Краткое название',
  'registry.municipality.schools': 'Школ',
  'registry.municipality.tags': 'Пометки',
  'registry.municipality.valid-from': 'Существует с',
  'registry.municipality.valid-to': 'Последний день',
  'registry.municipality.state': 'Состояние',

  'problem.cursor-unreadable': 'Продолжение списка не найдено.',
  'problem.cursor-unreadable.advice': 'Откройте список сначала.',
  'problem.unit-field-changed': `Изменено поле «${fieldName}»: было «{before}», стало «{after}».`,
  'problem.unit-field-changed.advice': 'Сверьте со своей правкой.',
  'problem.unit-withdrawn': 'Эта запись отозвана: загрузка реестра, которая её создала, отменена.',
  'problem.unit-withdrawn.advice': 'Загрузите реестр снова или создайте запись заново.',
  'problem.unit-is-region': 'Регион закрыть нельзя.',
  'problem.unit-is-region.advice': 'Закрыть можно муниципалитет, школу или класс.',
  'problem.unit-closed-already': 'У «{name}» последний день уже указан.',
  'problem.unit-closed-already.advice': 'Чтобы назвать другой день, сначала отмените закрытие.',
  'problem.unit-not-closed': '«{name}» и так действует.',
  'problem.unit-not-closed.advice': 'Отменять нечего.',
  'problem.unit-closed-before-opened': 'Последний день раньше первого.',
  'problem.unit-closed-before-opened.advice': 'Исправьте одну из двух дат.',
  'problem.unit-has-children':
    'В «{name}» {count, plural, one {действует ещё # школа} few {действуют ещё # школы} many {действуют ещё # школ} other {действуют ещё # школы}}.',
  'problem.unit-has-children.advice': 'Сначала переведите эти школы в другой муниципалитет или закройте их.',
  'problem.merge-into-itself': 'Школу нельзя присоединить к ней самой.',
  'problem.merge-into-itself.advice': 'Выберите другую.',
  'problem.merge-of-kinds': '«{name}» и «{into}» — разного уровня, присоединить одно к другому нельзя.',
  'problem.merge-of-kinds.advice': 'Школу присоединяют к школе, муниципалитет — к муниципалитету.',
  'problem.merge-in-a-ring': '«{into}» само присоединено к «{name}».',
  'problem.merge-in-a-ring.advice': 'Сначала отмените то присоединение.',
  'problem.merge-into-absent': '«{into}» в этот день не действует.',
  'problem.merge-into-absent.advice': 'Назовите другой день или выберите действующую запись.',
  'problem.unit-field-of-school': `Поле «${camelFieldName}» бывает только у школы.`,
  'problem.unit-field-of-school.advice': 'Оставьте его пустым.',
  'problem.unit-bad-login': '«{login}» — не логин школы.',
  'problem.unit-bad-login.advice': 'Логин — это sch, edu или ksh и шесть цифр.',
  'problem.unit-bad-exam-code':
    '«{value}» — не код школы на {exam, select, oge {ОГЭ} other {ЕГЭ}}: по нему не найти ни одного протокола.',
  'problem.unit-bad-exam-code.advice': 'Код школы — это цифры, не больше восьми, без пробелов и букв.',
  'problem.exam-code-taken': 'Код {exam, select, oge {ОГЭ} other {ЕГЭ}} {code} уже у школы «{name}».',
  'problem.exam-code-taken.advice':
    'Проверьте код или сначала уберите его у той школы: по нему узнают её протоколы. Код закрытой школы может перейти к другой.',
  'problem.exam-code-taken-elsewhere':
    'Такой код {exam, select, oge {ОГЭ} other {ЕГЭ}} уже есть у школы вне вашей территории.',
  'problem.exam-code-taken-elsewhere.advice': 'Проверьте код или спросите в региональном центре, чей он.',
  'problem.login-taken': 'Цифры {digits} принадлежат школе «{name}».',
  'problem.login-taken.advice':
    'Проверьте логин. Если это одна и та же школа, измените её запись и не создавайте вторую.',
  'problem.class-is-named-by-letter': 'Класс называется по своему номеру и букве.',
  'problem.class-is-named-by-letter.advice': 'Создайте класс с другой буквой.',
  'problem.rename-in-future': 'Новое название не может начать действовать в будущем.',
  'problem.rename-in-future.advice':
    'Впишите день не позже сегодняшнего или переименуйте, когда этот день наступит.',
  'problem.only-schools-move': 'Перевести в другой муниципалитет можно только школу.',
  'problem.only-schools-move.advice': 'Откройте страницу школы.',
  'problem.unit-parent-closed': '«{name}» закрывается или уже закрыта: ниже неё ничего нового быть не может.',
  'problem.unit-parent-closed.advice':
    'Выберите действующую школу или муниципалитет или сначала отмените закрытие.',
  'problem.cannot-move-there': 'В «{name}» школу перевести нельзя: это не действующий муниципалитет.',
  'problem.cannot-move-there.advice': 'Выберите действующий муниципалитет.',
  'problem.unit-cannot-stand-there':
    '{kind, select, municipality {Муниципалитет входит в регион} school {Школа входит в муниципалитет} other {Класс входит в школу}}, а выбрано другое: {parent, select, region {регион} municipality {муниципалитет} school {школа} other {класс}}.',
  'problem.unit-cannot-stand-there.advice': 'Выберите, куда входит новая запись.',
  'problem.class-needs-grade': 'Для класса нужны учебный год и номер.',
  'problem.class-needs-grade.advice': 'Укажите их.',
  'problem.unit-needs-name': 'Название не указано.',
  'problem.unit-needs-name.advice': 'Введите название.',
}

export default texts
