import type { Catalogue } from '../format.ts'

/** Attaching and reading files. */
const texts: Catalogue = {
  'problem.file-kind-refused':
    'Файл «{file}» не принят: {kind, select, program {это программа или сценарий} page {это веб-страница или рисунок SVG, в них могут быть сценарии} macros {в документе есть макросы, или он берёт шаблон из сети} archive {это архив} oldOffice {это документ старого образца (.doc, .xls, .ppt, .rtf)} protected {он защищён паролем} damaged {он повреждён или скачан не полностью} twoInOne {внутри него спрятан ещё один файл} other {такие файлы не принимаются}}.',
  'problem.file-kind-refused.advice':
    '{kind, select, program {Приложите документ, таблицу или снимок.} page {Сохраните страницу как PDF, рисунок — как PNG и приложите снова.} macros {Сохраните документ без макросов («Документ Word (.docx)», «Книга Excel (.xlsx)») или как PDF и приложите снова.} archive {Распакуйте его и приложите файлы по одному.} oldOffice {Откройте его и сохраните в новом виде (.docx, .xlsx, .pptx) или как PDF.} protected {Снимите пароль, сохраните и приложите снова.} damaged {Откройте его и сохраните заново или получите ещё раз у того, кто прислал.} twoInOne {Откройте файл, сохраните его заново и приложите снова.} other {Принимаются PDF, документы и таблицы (docx, xlsx, pptx, odt, ods), текст (txt, csv) и снимки (jpg, png, webp, heic, tiff).}}',
  'problem.file-extension-differs':
    '{named, select, no {У имени файла «{file}» нет расширения} other {Файл «{file}» назван «.{extension}»}}, а внутри — «.{expected}».',
  'problem.file-extension-differs.advice':
    'Переименуйте его, чтобы имя кончалось на «.{expected}», и приложите снова.',
  'problem.file-not-sent': 'В запросе нет файла.',
  'problem.file-not-sent.advice': 'Выберите файл и приложите его снова.',
  'problem.file-too-many-drafts':
    'У вас уже {limit, plural, one {# файл} few {# файла} other {# файлов}}, которые вы загрузили и никуда не приложили.',
  'problem.file-too-many-drafts.advice':
    'Удалите лишние или подождите: то, что никуда не приложено, через неделю убирается само.',
  'problem.file-attached': 'Этот файл приложен к записи, отдельно от неё он не удаляется.',
  'problem.file-attached.advice': 'Откройте запись и уберите файл там.',
  'problem.file-content-lost': 'Содержимое файла не найдено в хранилище.',
  'problem.file-content-lost.advice':
    'Приложите файл ещё раз. Если он загружен давно, сообщите администратору: содержимое можно взять из резервной копии.',
  'problem.file-content-damaged': 'Содержимое файла в хранилище повреждено ({hash}…).',
  'problem.file-content-damaged.advice':
    'Приложите файл ещё раз. Если он загружен давно, сообщите администратору: целое содержимое можно взять из резервной копии.',
  'problem.file-store-away': 'Хранилище вложенных файлов недоступно.',
  'problem.file-store-away.advice':
    'Ничего не потеряно: повторите через несколько минут. Если не поможет, сообщите администратору: причину назовёт команда «objektiv doctor».',
}

export default texts
