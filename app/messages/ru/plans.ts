import type { Catalogue } from '../format.ts'

const texts: Catalogue = {
  'plan.untitled': 'Название плана не найдено',
  'plan.period':
    'Период: {start} – {end}{source, select, terms { (по срокам самих мероприятий)} approval { (по дате утверждения)} other {}}',
  'plan.approval': 'Утверждение: {words}',
  'plan.abbreviations': 'Сокращения: {words}',
  'plan.count':
    '{count, plural, one {# мероприятие} few {# мероприятия} many {# мероприятий} other {# мероприятия}}{doubtful, plural, =0 {} one {, # требует внимания} few {, # требуют внимания} many {, # требуют внимания} other {, # требует внимания}}',
  'plan.written':
    'Записано в «{file}»: {count, plural, one {# мероприятие} few {# мероприятия} many {# мероприятий} other {# мероприятия}}{doubtful, plural, =0 {.} one {. # требует внимания: прочитайте план командой «objektiv plan read».} few {. # требуют внимания: прочитайте план командой «objektiv plan read».} many {. # требуют внимания: прочитайте план командой «objektiv plan read».} other {. # требует внимания: прочитайте план командой «objektiv plan read».}}',
  'plan.term': 'Срок: {value}',
  'plan.place': 'Место: {value}',
  'plan.participants': 'Участники: {value}',
  'plan.responsible': 'Ответственные: {value}',
  'plan.expected': 'Ожидаемый результат: {value}',
  'plan.note': 'Примечание: {value}',
  'plan.completion': 'Отметка о выполнении: {value}',

  'plan.level.region': 'регион',
  'plan.level.municipality': 'муниципалитет',
  'plan.level.school': 'школа',

  'plan.kind.date': 'дата',
  'plan.kind.deadline': 'не позднее',
  'plan.kind.range': 'промежуток',
  'plan.kind.months': 'месяцы',
  'plan.kind.recurring': 'повторяется',
  'plan.kind.open': 'без даты окончания',
  'plan.kind.by-procedure': 'по графику процедуры',
  'plan.kind.by-event': 'по событию',
  'plan.kind.unknown': 'не распознан',

  'plan.field.number': 'номер',
  'plan.field.section': 'раздел',
  'plan.field.year': 'год',
  'plan.field.text': 'мероприятие',
  'plan.field.term': 'срок',
  'plan.field.plannedStart': 'начало',
  'plan.field.plannedFinish': 'окончание',
  'plan.field.responsible': 'ответственные',
  'plan.field.participants': 'участники',
  'plan.field.expectedResult': 'ожидаемый результат',

  'plan.doubt.number-repeated': 'такой номер в разделе уже есть',
  'plan.doubt.number-restored': 'таблица сократила номер, восстановлен по порядку',
  'plan.doubt.year-repeated': 'этот год напечатан в документе второй раз',
  'plan.doubt.empty': 'не указано',
  'plan.doubt.term-unsure': 'прочитано не вполне уверенно, проверьте',
  'plan.doubt.period-assumed': 'год не указан, взят по другим датам документа',
  'plan.doubt.joined': 'собрано из двух строк, проверьте место соединения',
  'plan.doubt.cells-guessed': 'столбцы в тексте смешаны, границы угаданы',
  'plan.doubt.columns-guessed': 'у таблицы нет заголовков, столбцы распознаны по содержанию',
  'plan.doubt.maybe-heading': 'возможно, это заголовок',
  'plan.doubt.cell-without-heading': 'у столбца нет заголовка, текст сохранён в примечании',

  'problem.plan-action': 'Что сделать с планом: «{given}» — такого действия нет.',
  'problem.plan-action.advice':
    'выполните «objektiv plan read ФАЙЛ» или «objektiv plan convert ФАЙЛ ИТОГ.docx».',
  'problem.plan-file-unnamed': 'Не указан файл плана.',
  'problem.plan-file-unnamed.advice': 'выполните «objektiv plan read ФАЙЛ».',
  'problem.plan-out-unnamed': 'Не указано, куда записать план.',
  'problem.plan-out-unnamed.advice': 'выполните «objektiv plan convert ФАЙЛ ИТОГ.docx» (или .pdf, .xlsx).',
  'problem.plan-out-kind': 'По имени «{file}» непонятно, что сделать: документ Word, PDF или таблицу.',
  'problem.plan-out-kind.advice': 'Дайте файлу окончание .docx, .pdf или .xlsx.',
  'problem.plan-out-exists': 'Файл «{file}» уже есть.',
  'problem.plan-out-exists.advice': 'Укажите другое имя: готовый файл не перезаписывается.',
  'problem.plan-period': 'Период «{given}» не распознан.',
  'problem.plan-period.advice':
    'напишите, например, --period 2021-2022 (учебный год) или --period 2021 (календарный).',
  'problem.plan-encrypted': 'Файл «{file}» защищён паролем.',
  'problem.plan-encrypted.advice':
    'Откройте его с паролем и сохраните без защиты (Word: «Файл» → «Сведения» → «Защита документа»; PDF: «Печать» → «Сохранить как PDF»), потом загрузите снова.',
  'problem.plan-word-macros': 'В файле «{file}» есть макросы, поэтому он не читается.',
  'problem.plan-word-macros.advice':
    'Откройте его и сохраните как «Документ Word (.docx)» или «Книга Excel (.xlsx)»: текст останется, макросы — нет.',
  'problem.plan-word-damaged': 'Файл «{file}» повреждён или скачан не полностью.',
  'problem.plan-word-damaged.advice':
    'Получите его ещё раз у того, кто прислал. Если он открывается в Word, сохраните его заново как «Документ Word (.docx)».',
  'problem.plan-word-old': 'Файл «{file}» — документ старого образца (.doc) или RTF.',
  'problem.plan-word-old.advice': 'Откройте его в Word или LibreOffice и сохраните как .docx.',
  'problem.plan-pdf-damaged': 'Файл «{file}» — повреждённый PDF или скачан не полностью.',
  'problem.plan-pdf-damaged.advice':
    'Получите его ещё раз у того, кто прислал. Если он открывается на экране, сохраните его заново («Печать» → «Сохранить как PDF»).',
  'problem.plan-pdf-long': 'В файле «{file}» больше {pages} страниц: это не план.',
  'problem.plan-pdf-long.advice':
    'Оставьте в файле страницы плана («Печать» → «Страницы» → «Сохранить как PDF»).',
  'problem.plan-pdf-letters':
    'В файле «{file}» буквы нарисованы без кодов: на экране текст виден, а прочитать его нельзя.',
  'problem.plan-pdf-letters.advice':
    'Возьмите исходный файл Word или распознайте текст, как у скана, и сохраните его как .docx или как PDF с текстом.',
  'problem.plan-scan': 'В файле «{file}» нет текста: это изображения страниц (скан).',
  'problem.plan-scan.advice':
    'Возьмите исходный файл Word или распознайте текст скана и сохраните его как .docx или как PDF с текстом.',
  'problem.plan-file-kind':
    'Файл «{file}» не подходит: {kind, select, xls {это книга старого образца (.xls)} html {это веб-страница} xml {это XML} zip {это архив, в котором нет документа Word} odf {это документ OpenDocument (.odt, .ods)} other {это не документ и не текст}}.',
  'problem.plan-file-kind.advice': 'Сохраните план как .docx, .pdf, .xlsx или .txt.',
  'problem.plan-empty': 'В файле «{file}» нет ни слова.',
  'problem.plan-empty.advice': 'Проверьте, тот ли это файл; если это скан, распознайте его текст.',
  'problem.plan-header-missing': 'В файле «{file}» есть таблица, но у неё не найдена строка заголовков.',
  'problem.plan-header-missing.advice':
    'Добавьте над таблицей строку с названиями столбцов: «№», «Мероприятие», «Срок», «Ответственные».',
  'problem.plan-without-tables':
    'В файле «{file}» не найдено ни таблицы мероприятий, ни списка рекомендаций по адресатам.',
  'problem.plan-without-tables.advice':
    'Проверьте, что мероприятия стоят в таблице с заголовками или в списке под строкой «Руководителям …:».',
  'problem.plan-not-recognised': 'Файл «{file}» не похож на план мероприятий.',
  'problem.plan-not-recognised.advice': 'Укажите файл плана, дорожной карты или рекомендаций.',
}

export default texts
