import type { Catalogue } from '../format.ts'

const texts: Catalogue = {
  'place.where': 'Где: {where}.',
  'place.advice': 'Что сделать: {advice}',
  'place.file': 'файл «{value}»',
  'place.folder': 'папка «{value}»',
  'place.alike':
    '  … и ещё {count, plural, one {# такая же ошибка} few {# таких же ошибки} many {# таких же ошибок} other {# таких же}}.',
  'place.sheet': 'лист «{value}»',
  'place.entry': 'запись {value}',
  'place.row': 'строка {value}',
  'place.column': 'столбец {value}',
  'place.value': 'значение «{value}»',

  'progress.reading': 'Читаю «{detail}»',
  'progress.storing': 'Сохраняю «{detail}»',
  'progress.generating': 'Создаю демонстрационный регион',
  'progress.counting': 'Считаю набор: {detail}',
  'progress.detecting': 'Ищу признаки по всем каналам',
  'progress.writing': 'Пишу отчёт в «{detail}»',
  'progress.portraits': 'Делаю портреты: {detail}',

  'command.help': `Объектив читает протоколы оценочных процедур и показывает, какие результаты требуют анализа.

  objektiv screen ФАЙЛЫ… --out ПАПКА      прочитать протоколы (файлы или папки) и написать отчёт
      --registry ФАЙЛ.xlsx                реестр школ: название, муниципалитет, вид, коды ОГЭ и ЕГЭ
      --specifications ФАЙЛ.json          описания работ: шкалы, задания, максимальные баллы
      --data ПАПКА                        хранить прочитанное здесь, чтобы не читать снова
      --subject, --grade, --year          если этого нет ни в файле, ни в его имени
      --version                           вариант работы: базовая или углублённая
      --school ЛОГИН                      для формы сбора результатов, где школа не указана
      --not-attempted zero|missing        «X»: ноль баллов (так по умолчанию) или нет данных
      --not-taught leave-maximum|zero     «не пройд.»: вне максимума (так по умолчанию) или ноль
      --budget N                          ложных сигналов на 100 добросовестных школ (по умолчанию 1; 0 — без своих признаков)
      --case ШКОЛА                        ещё и материал об одной школе по кодам участников: case-NNNNNN.xlsx
  objektiv power ФАЙЛЫ… --out ПАПКА       что было бы замечено в этих данных (--seeds N, --budget N; ключи чтения те же)
  objektiv portraits ФАЙЛЫ… --unit КТО --out ПАПКА   «портреты» школ, муниципалитетов, региона (ключи чтения те же)
      --unit ЛОГИН|МУНИЦИПАЛИТЕТ|region|all   о ком; можно несколько раз, all — обо всех
      --format pdf,docx,xlsx,html         в каком виде (по умолчанию pdf); --date ГГГГ-ММ-ДД — дата на портрете
                                          (по умолчанию последний день года данных)
      --audience school|territory|public  для кого: от этого зависит, какие малые группы показаны
      --notable                           только значимое; --without РАЗДЕЛЫ — без этих разделов
  objektiv import ФАЙЛЫ… --data ПАПКА     только прочитать и сохранить
  objektiv batches --data ПАПКА           что сохранено
  objektiv undo ПАРТИЯ --data ПАПКА       больше не учитывать партию
  objektiv demo [--out ПАПКА] [--seed N]  создать вымышленный регион и отчёт по нему

  objektiv plan read ФАЙЛ                 прочитать план или дорожную карту (Word, PDF, Excel, текст)
      --period 2021-2022                  период плана, если в документе его нет; --json — для программ
  objektiv plan convert ФАЙЛ ИТОГ         записать план по официальной форме: ИТОГ — .docx, .pdf или .xlsx

  objektiv serve --data ПАПКА             служба для работы в браузере (--port N, --host АДРЕС)
      --demo                              вымышленный регион с готовыми учётными записями
  objektiv backup ФАЙЛ --data ПАПКА       резервная копия: база и файлы, можно при работающей службе
  objektiv restore ФАЙЛ --data ПАПКА      восстановить копию в новую папку
  objektiv doctor --data ПАПКА            проверить, всё ли в порядке
  objektiv help

  --lang ru|en                            язык сообщений и отчёта
`,
  'command.done': 'Готово за {seconds, number, ::.0} с.',
  'command.batch-imported':
    '{file}: партия {batch}, {works, plural, one {# работа} few {# работы} many {# работ} other {# работы}}.',
  'command.batch-known': '{file}: уже загружен, партия {batch}. Повторно не загружается.',
  'command.batch-line':
    '{batch}  {set}  {works, plural, one {# работа} few {# работы} many {# работ} other {# работы}}  {file}{undone, select, yes {  отменена} other {}}',
  'command.batches-none':
    'В папке «{data}» ещё нет загруженных файлов. Загрузите их: objektiv import ФАЙЛЫ… --data {data}',
  'command.undone': 'Партия {batch} отменена: её работы больше не учитываются. Файл можно загрузить снова.',
  'command.portraits-written':
    '{portraits, plural, one {# портрет} few {# портрета} many {# портретов} other {# портрета}}, {files, plural, one {# файл} few {# файла} many {# файлов} other {# файла}} ({megabytes, number, ::.0} МБ) в «{folder}»; перечень с контрольными суммами — manifest.json.',
  'command.demo-intro': 'Демонстрационный регион вымышлен. Что в нём подстроено, записано в {truth}.',
  'command.open-report': 'Откройте отчёт в браузере: {path}',
  'command.failed': 'Сбой программы, а не данных. Сообщите разработчикам код {id} и текст ниже.',

  'problem.command-unknown': 'Команды «{value}» нет.',
  'problem.command-unknown.advice': 'выполните «objektiv help», чтобы увидеть список команд.',
  'problem.option-unknown': 'Ключа {option} у этой команды нет.',
  'problem.option-unknown.advice': 'выполните «objektiv help», чтобы увидеть ключи.',
  'problem.option-without-value': 'У ключа {option} нет значения.',
  'problem.option-without-value.advice': 'напишите значение после ключа: {option} ЗНАЧЕНИЕ.',
  'problem.option-missing': 'Не хватает ключа --{option}.',
  'problem.option-missing.advice': 'добавьте --{option} и повторите.',
  'problem.option-value': 'Значение ключа --{option} не подходит: «{given}».',
  'problem.option-value.advice': 'допустимо: {allowed}.',
  'problem.no-files': 'Не указан ни один файл.',
  'problem.no-files.advice':
    'перечислите файлы протоколов или папку с ними: objektiv screen ПАПКА --out отчёт',
  'problem.folder-empty': 'В папке нет файлов .xlsx.',
  'problem.folder-empty.advice': 'укажите папку с протоколами или сами файлы.',
  'problem.data-missing': 'Папки с данными «{file}» нет.',
  'problem.data-missing.advice':
    'проверьте путь в ключе --data или загрузите туда протоколы: objektiv import ФАЙЛЫ… --data ПАПКА',
  'problem.batch-unnamed': 'Не указана партия.',
  'problem.batch-unnamed.advice': 'возьмите её номер из «objektiv batches --data ПАПКА».',
  'problem.registries-several': 'Найдено два реестра школ: «{first}» и «{file}».',
  'problem.registries-several.advice':
    'оставьте один или назовите нужный ключом --registry, а второй уберите из папки.',
  'problem.no-protocols': 'Среди файлов нет ни одного протокола.',
  'problem.no-protocols.advice': 'укажите файлы протоколов ВПР, ОГЭ или ЕГЭ.',
  'problem.nothing-to-screen': 'Нет ни одной партии, которую можно проверить.',
  'problem.nothing-to-screen.advice': 'загрузите протоколы: objektiv import ФАЙЛЫ… --data ПАПКА',
  'problem.portrait-unit-unknown': 'В этих данных нет ни школы, ни муниципалитета «{value}».',
  'problem.portrait-unit-unknown.advice':
    'назовите логин школы, муниципалитет как в реестре, region или all; муниципалитеты известны, если указан реестр школ.',
  'problem.portrait-from-report':
    'Это готовый отчёт: в нём нет распределений и заданий, из которых делаются портреты.',
  'problem.portrait-from-report.advice':
    'укажите протоколы, по которым он сделан, или папку, где они сохранены: --data ПАПКА.',
}

export default texts
