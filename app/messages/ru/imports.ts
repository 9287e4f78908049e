import type { Catalogue } from '../format.ts'

/** Files of results brought in through the browser. */
const texts: Catalogue = {
  'job.results.read': 'Чтение файла с результатами',
  'progress.import-rows': 'Читаю строки файла',
  'progress.import-storing': 'Сохраняю прочитанное',
  'import.progress':
    'Прочитано {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  'import.somebody': 'сотрудник другой организации',
  'import.outcome.checked': 'Файл «{file}» прочитан. Посмотрите замечания и решите, принимать ли его.',
  'import.outcome.refused': 'Файл «{file}» не прочитан: в нём ошибки, которые нужно исправить.',
  'import.outcome.given-up': 'Файл «{file}» отозван, пока его читали.',
  'import.outcome.duplicate': 'Файл «{file}» уже загружен: это загрузка № {id}.',
  'import.outcome.failed': 'Файл «{file}» не дождался чтения. Загрузите его ещё раз.',

  'import.told.problem': 'файл не прочитан. {advice}',
  'import.told.warning': '{advice}',
  'import.state.waiting': 'ждёт чтения',
  'import.state.reading': 'читается',
  'import.state.checked': 'проверен, ждёт решения',
  'import.state.refused': 'не прочитан из-за ошибок',
  'import.state.accepted': 'принят',
  'import.state.rejected': 'отклонён',
  'import.state.undone': 'приём отменён',
  'import.state.duplicate': 'повторяет другой файл',
  'import.state.failed': 'чтение не удалось',
  'import.export.sheet': 'Замечания по файлам',
  'import.export.file': 'Замечания по файлам результатов {day}',
  'import.export.kind': 'Вид замечания',
  'import.column.batchId': 'Загрузка №',
  'import.column.file': 'Файл',
  'import.column.sheet': 'Лист',
  'import.column.row': 'Строка',
  'import.column.column': 'Столбец',
  'import.column.value': 'Значение',
  'import.column.what': 'Что замечено',
  'import.column.done': 'Что сделано',
  'import.files.sheet': 'Файлы',
  'import.files.what': 'Файлы результатов',
  'import.files.file': 'Файлы результатов {day}',
  'import.kind.protocol': 'протокол',
  'import.kind.journal': 'отметки по журналу',
  'import.column.kind': 'Вид',
  'import.column.set': 'Работа',
  'import.column.campaign': 'Кампания',
  'import.column.unit': 'Чей файл',
  'import.column.works': 'Работ или отметок',
  'import.column.schools': 'Школ',
  'import.column.remarks': 'Замечаний',
  'import.column.state': 'Состояние',
  'import.column.duplicateOf': 'Повторяет загрузку №',
  'import.column.told': 'Что сказано о файле',
  'import.column.sentBy': 'Кто загрузил',
  'import.column.sentAt': 'Когда загружен',
  'import.column.decidedBy': 'Кто решил',
  'import.column.decidedAt': 'Когда решено',
  'import.column.undoneAt': 'Когда отменён приём',
  'import.column.reason': 'Причина',
  'problem.import-remarks-too-many':
    'Под эти условия подходит {count, number} замечаний, а в одну таблицу помещается {limit, number}.',
  'problem.import-remarks-too-many.advice': 'Выберите один файл или один вид замечания.',

  'problem.import-campaign-closed': 'Кампания закрыта, новые файлы в неё не принимаются.',
  'problem.import-campaign-closed.advice': 'Откройте кампанию снова или выберите другую.',
  'problem.import-too-many-waiting': 'Очереди ждут уже {limit, number} файлов. Новые пока не принимаются.',
  'problem.import-too-many-waiting.advice': 'Подождите, пока они будут прочитаны, и отправьте остальные.',
  'problem.import-too-much': 'Файл слишком велик, чтобы прочитать его целиком.',
  'problem.import-too-much.advice': 'Разделите таблицу на несколько файлов и загрузите их вместе.',
  'problem.import-file-lost': 'Отправленный файл не дождался чтения: его нет на сервере.',
  'problem.import-file-lost.advice':
    'Так бывает после восстановления из резервной копии: исходные файлы в неё не входят. Загрузите файл ещё раз.',
  'problem.import-foreign-schools':
    'В файле {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}} других школ ({logins, plural, one {# логин} few {# логина} many {# логинов} other {# логина}}). Школа загружает только свои результаты.',
  'problem.import-foreign-schools.advice':
    'Оставьте в файле строки своей школы и загрузите его снова. Если логин ваш, но школа его сменила, попросите администратора добавить его в реестр.',
  'problem.import-foreign-territory':
    'В файле {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}} школ, которые не относятся к вашему муниципалитету ({logins, plural, one {# логин} few {# логина} many {# логинов} other {# логина}}). Муниципалитет загружает результаты только своих школ.',
  'problem.import-foreign-territory.advice':
    'Оставьте в файле строки своих школ и загрузите его снова. Логины, которые не подошли, названы ниже; файл всего региона загружает аналитик.',
  'problem.import-foreign-login':
    'Логин не принадлежит ни одной школе вашего муниципалитета: {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}.',
  'problem.import-foreign-login.advice':
    'Уберите эти строки. Если школа ваша, но сменила логин, попросите администратора добавить его в реестр.',
  'problem.import-rows-of-nobody':
    'В {rows, plural, one {# строке} few {# строках} many {# строках} other {# строки}} не читается логин школы, поэтому неизвестно, ваши ли это участники.',
  'problem.import-rows-of-nobody.advice': 'Впишите логин школы в эти строки или удалите их.',
  'problem.import-set-known':
    'Работа «{set} класс» из этого файла уже загружена раньше: второй раз она не прочитана.',
  'problem.import-set-known.advice': 'Ничего делать не надо.',
  'problem.import-without-campaign':
    'Работы «{set} класс» нет ни в одной кампании: файл не попадёт в сводку поступления.',
  'problem.import-without-campaign.advice': 'Если эта работа проводилась в кампании, добавьте её туда.',
  'problem.import-not-in-campaign':
    'В выбранной кампании нет работы «{set} класс»: файл не попадёт в сводку поступления.',
  'problem.import-not-in-campaign.advice':
    'Проверьте, та ли кампания выбрана, или добавьте в неё эту работу.',
  'problem.import-not-checked':
    'Этот файл нельзя принять: {state, select, waiting {он ещё ждёт чтения} reading {его ещё читают} refused {он не прочитан из-за ошибок} accepted {он уже принят} rejected {он отклонён} undone {его приём отменён} duplicate {он повторяет другой} other {его чтение не удалось}}.',
  'problem.import-not-checked.advice': 'Обновите страницу и выберите проверенные файлы.',
  'problem.import-decided':
    'Этот файл уже нельзя отклонить: {state, select, refused {он не прочитан из-за ошибок} accepted {он принят} rejected {он отклонён} undone {его приём отменён} duplicate {он повторяет другой} other {его чтение не удалось}}.',
  'problem.import-decided.advice': 'Принятый файл можно отменить с указанием причины.',
  'problem.import-not-accepted': 'Отменить можно только принятый файл.',
  'problem.import-not-accepted.advice': 'Обновите страницу: состояние файла изменилось.',
  'problem.import-accepted-already':
    'Точно такой же файл уже принят (загрузка № {id}). Одни и те же работы были бы сосчитаны два раза.',
  'problem.import-accepted-already.advice': 'Отклоните эту загрузку или отмените прежнюю.',

  'received.sheet': 'Поступление результатов',
  'received.file': 'Поступление результатов {day}',
  'received.state.in-time': 'выгрузили',
  'received.state.late': 'с опозданием',
  'received.state.missing': 'не выгрузили',
  'received.decision.accepted': 'принято',
  'received.decision.waiting': 'ждёт решения',
  'received.column.municipality': 'Муниципалитет',
  'received.column.school': 'Школа',
  'received.column.assessment': 'Работа',
  'received.column.state': 'Поступление',
  'received.column.works': 'Работ',
  'received.column.decision': 'Решение',
  'received.column.receivedOn': 'Поступило',
  'received.column.dueOn': 'Срок',
  'notice.results-missing': 'Ждём результаты: {what}.{dated, select, yes { Срок — {due}.} other {}}',

  'problem.journal-unknown': 'Список отметок по журналу не узнан: нет столбцов с кодом участника и отметкой.',
  'problem.journal-unknown.advice':
    'Нужны столбцы: {known}. Строка заголовков должна стоять в первых двадцати строках.',
  'problem.journal-empty': 'Заголовки списка есть, а строк с отметками нет.',
  'problem.journal-empty.advice': 'Проверьте, что список выгружен полностью.',
  'dirt.journal-mark-twice': 'одному участнику даны две разные отметки по журналу',
  'dirt.journal-mark-twice.done': 'неизвестно, какая верна: ни одна не взята',

  'doctor.batches': 'Файлы всех загрузок результатов на месте: {count, number}.',
  'doctor.batches-lost':
    'Нет файлов загрузок результатов: {count, number} (например, папка batches/{batch}).',
  'doctor.batches-lost.advice':
    'Верните эти папки из резервной копии. Если копии нет, отмените эти загрузки и загрузите файлы снова.',
  'doctor.batches-orphaned':
    'В папке batches есть результаты, о которых в базе нет записи: {count, number} (например, {batch}).',
  'doctor.batches-orphaned.advice':
    'Служба уберёт их сама в течение суток. Если база восстановлена из более старой копии, чем папка, загрузите эти файлы снова.',

  // what the command advises by its options
  'import.advice.assessment-unknown':
    'Назовите файл, например, «2021 Русский язык, 4 класс.xlsx» или укажите {missing, select, subject {предмет} grade {класс} other {год}} при загрузке.',
  'import.advice.specification-missing':
    'Добавьте описание этой работы в разделе «Процедуры». Если предмет, класс или год определены неверно, исправьте имя файла.',
  'import.advice.school-unknown':
    'Добавьте логин в имя файла, например «edu990001 Математика 5 класс 2026.xlsx», или укажите его при загрузке.',
  'import.advice.maximum-differs':
    'Сверьте с описанием работы. Если в описании ошибка, исправьте его в разделе «Процедуры».',
  'import.advice.tasks-unknown':
    'Чтобы увидеть задания, добавьте их в описание работы в разделе «Процедуры» и загрузите файл снова.',
  'import.advice.set-in-two-layouts':
    'Оставьте один из двух файлов: отклоните этот или отмените принятый раньше.',
  'import.advice.set-tasks-differ':
    'Проверьте предмет, класс и год в именах файлов; для базовой и углублённой работы укажите уровень при загрузке. Лишний файл отклоните или отмените.',
  'import.advice.school-in-two-files':
    'Если это одни и те же участники, оставьте один файл: иначе они будут сосчитаны дважды.',
  ...Object.fromEntries(
    ['backwards', 'start', 'overlap', 'gap', 'end'].map(fault => [
      `import.advice.official-scale-${fault}`,
      'Уточните границы у организатора и исправьте шкалу в разделе «Процедуры».',
    ]),
  ),

  'audit.subject.participants': 'строки участников',
  'audit.field.participants.set': 'работа',
  'audit.subject.received': 'поступление результатов',
  'audit.field.received.campaign_id': 'номер кампании',
  'audit.subject.import_remark': 'замечания по файлам результатов',
  'audit.field.import_remark.campaign': 'номер кампании',
  'audit.field.import_remark.batch': 'номер загрузки',
  'audit.action.import.accepted': 'Принят файл результатов',
  'audit.action.import.rejected': 'Отклонён файл результатов',
  'audit.action.import.undone': 'Отменён приём файла результатов',
}

export default texts
