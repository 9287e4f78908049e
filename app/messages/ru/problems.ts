import type { Catalogue } from '../format.ts'

const saveAsXlsx =
  'Сохраните его в программе Excel или LibreOffice как «Книга Excel (.xlsx)» и загрузите снова.'
const getAgain =
  'Получите файл ещё раз у того, кто его прислал, или скачайте заново. Если он открывается в Excel, сохраните его заново как «Книга Excel (.xlsx)».'
const splitUp = 'Разделите таблицу на несколько файлов и загрузите их вместе.'

/**
 * `problem.<code>` says what is wrong, `problem.<code>.advice` what to do. The place (file, sheet, row, column) is
 * printed beside the text and may be used in it.
 */
const texts: Catalogue = {
  'problem.file-missing': 'Файла «{file}» нет.',
  'problem.file-missing.advice': 'Проверьте имя файла и папку, в которой он лежит.',
  'problem.file-is-folder': '«{file}» — это не файл.',
  'problem.file-is-folder.advice': 'Укажите сами файлы таблиц, например: папка/*.xlsx.',
  'problem.file-unreadable': 'Файл «{file}» не удаётся прочитать (причина: {reason}).',
  'problem.file-unreadable.advice':
    'Проверьте, есть ли у вас право читать этот файл, не занят ли он другой программой и исправен ли диск.',
  'problem.file-empty': 'Файл «{file}» пустой: в нём ни одного байта.',
  'problem.file-empty.advice': 'Скорее всего, файл не скачался до конца. Скачайте его снова.',
  'problem.file-encrypted': 'Файл «{file}» защищён паролем.',
  'problem.file-encrypted.advice':
    'Откройте его в Excel с паролем, снимите защиту («Файл» → «Сведения» → «Защита книги» → «Зашифровать с использованием пароля», оставьте поле пустым), сохраните и загрузите снова.',
  'problem.not-a-spreadsheet':
    'Файл «{file}» — не таблица Excel: {kind, select, xls {это книга старого образца (.xls)} xlsb {это двоичная книга Excel (.xlsb)} ods {это таблица OpenDocument (.ods)} csv {это текст с разделителями (.csv)} html {это веб-страница} pdf {это документ PDF} xml {это файл XML} document {это текстовый документ} zip {это архив с другим содержимым} other {содержимое не удалось распознать}}.',
  'problem.not-a-spreadsheet.advice':
    '{kind, select, zip {Если в архиве лежат таблицы, распакуйте его и загрузите их.} pdf {Получите эти данные в виде таблицы Excel (.xlsx).} document {Получите эти данные в виде таблицы Excel (.xlsx).} other {Сохраните его в программе Excel или LibreOffice как «Книга Excel (.xlsx)» и загрузите снова.}}',
  'problem.csv-nul': 'В этой строке текста с разделителями есть нулевой байт: в тексте его не бывает.',
  'problem.csv-nul.advice':
    'Скорее всего, файл испорчен при выгрузке или скачивании. Получите его ещё раз или откройте в Excel, проверьте эту строку и сохраните как «Книга Excel (.xlsx)».',
  'problem.csv-utf16': 'Текст с разделителями записан в кодировке UTF-16, она не читается.',
  'problem.csv-utf16.advice':
    'Сохраните его в Excel как «CSV UTF-8» или «Книга Excel (.xlsx)» и загрузите снова.',
  'problem.archive-damaged': 'Файл «{file}» повреждён или скачан не полностью.',
  'problem.archive-damaged.advice': getAgain,
  'problem.archive-too-large':
    'Файл «{file}» в распакованном виде больше {megabytes, number} МБ — это предел для одного файла.',
  'problem.archive-too-large.advice': splitUp,
  'problem.archive-too-many-parts':
    'Файл «{file}» состоит больше чем из {limit, number} частей; у обычной таблицы их десятки.',
  'problem.archive-too-many-parts.advice': saveAsXlsx,
  'problem.workbook-without-sheets': 'В файле «{file}» нет ни одного листа с ячейками.',
  'problem.workbook-without-sheets.advice':
    'Откройте файл в Excel и проверьте, что данные на месте, затем сохраните его и загрузите снова.',
  'problem.sheet-missing': 'Лист «{sheet}» назван в книге, но его содержимого в файле нет.',
  'problem.sheet-missing.advice': getAgain,
  'problem.sheet-repeated': 'Лист «{sheet}» записан в книге дважды.',
  'problem.sheet-repeated.advice': getAgain,
  'problem.xml-broken': 'Внутри файла «{file}» нарушена разметка (часть «{part}»).',
  'problem.xml-broken.advice': getAgain,
  'problem.xml-dtd':
    'Внутри файла «{file}» есть объявления, которых в таблицах не бывает (часть «{part}»). Такой файл не читается из осторожности.',
  'problem.xml-dtd.advice': saveAsXlsx,
  'problem.too-many-rows': 'На листе больше {limit, number} {limit, plural, one {строки} other {строк}}.',
  'problem.too-many-rows.advice': splitUp,
  'problem.too-many-columns':
    'На листе больше {limit, number} {limit, plural, one {столбца} other {столбцов}}.',
  'problem.too-many-columns.advice': 'Удалите столбцы справа от таблицы, сохраните файл и загрузите снова.',
  'problem.cell-too-long':
    'В ячейке больше {limit, number} {limit, plural, one {знака} other {знаков}} — это предел Excel.',
  'problem.cell-too-long.advice': 'Сократите текст в этой ячейке, сохраните файл и загрузите снова.',
  'problem.cell-broken': 'Ячейка записана с ошибкой: «{value}».',
  'problem.cell-broken.advice':
    'Откройте файл в Excel или LibreOffice, проверьте эту строку и сохраните файл заново.',
  'problem.rows-out-of-order': 'Строки листа записаны не по порядку: встретился номер «{value}».',
  'problem.rows-out-of-order.advice': saveAsXlsx,
  'problem.shared-texts-too-large': 'В файле «{file}» слишком много различных текстов для одной таблицы.',
  'problem.shared-texts-too-large.advice': splitUp,
  'problem.formula-without-value': 'В ячейке формула, значение которой не вычислено.',
  'problem.formula-without-value.advice':
    'Откройте файл в Excel или LibreOffice: формулы вычислятся. Сохраните его и загрузите снова.',
  'problem.formulas-without-value-more':
    'На листе ещё {count, plural, one {# такая ячейка} few {# такие ячейки} other {# таких ячеек}} с невычисленной формулой.',
  'problem.formulas-without-value-more.advice':
    'Откройте файл в Excel или LibreOffice: формулы вычислятся. Сохраните его и загрузите снова.',
  'problem.file-not-writable': 'Файл «{file}» не удаётся записать (причина: {reason}).',
  'problem.file-not-writable.advice':
    'Проверьте, есть ли такая папка, есть ли право писать в неё, хватает ли места на диске и не открыт ли этот файл в другой программе.',
  'problem.export-rows-differ':
    'Таблица «{file}» не записана: для листа «{sheet}» отобрано {selected, plural, one {# строка} few {# строки} other {# строк}}, а получено {written, number}.',
  'problem.export-rows-differ.advice':
    'Повторите выгрузку. Если это повторится, сообщите администратору: данные не потеряны, но таблица была бы неполной.',
  'problem.export-too-many-rows':
    'Лист «{sheet}» не вмещает все строки: больше {limit, number} Excel не показывает.',
  'problem.export-too-many-rows.advice': 'Выгрузите данные по частям, например по муниципалитетам.',
  'problem.export-cell-too-long':
    'Текст для ячейки длиннее {limit, number} {limit, plural, one {знака} other {знаков}}, Excel такой не покажет.',
  'problem.export-cell-too-long.advice': 'Сократите этот текст там, где он введён, и повторите выгрузку.',
}

export default texts
