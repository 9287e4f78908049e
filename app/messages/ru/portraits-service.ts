import type { Catalogue } from '../format.ts'

const remark = {
  open: 'ждёт решения',
  accepted: 'принято',
  partly: 'принято частично',
  declined: 'отклонено',
}

const archive = {
  queued: 'ждёт очереди',
  running: 'готовится',
  done: 'готов',
  failed: 'не удался',
  cancelled: 'остановлен',
  expired: 'срок хранения вышел',
}

/** Words of the log: tables and their columns. */
const fields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  portrait_template: {
    number: 'номер версии',
    switched_off: 'отключённые разделы',
    changes: 'что изменилось',
  },
  portrait: {
    run_id: 'номер анализа',
    template: 'версия шаблона',
    day: 'дата портрета',
    sent_by: 'кем отправлен',
    sent_at: 'когда отправлен',
    tree_id: 'состав территории на день отправки',
    stood: 'ответы и меры на день отправки',
    format: 'вид файла',
  },
  portrait_remark: {
    template: 'версия шаблона',
    portrait_id: 'номер отправленного портрета',
    section: 'раздел',
    text: 'текст',
    answer: 'ответ',
    answered_by: 'кто ответил',
    answered_at: 'когда ответили',
    about: 'о чём',
    portrait: 'номер отправленного портрета',
  },
  portrait_archive: {
    run_id: 'номер анализа',
    template: 'версия шаблона',
    day: 'дата портретов',
    locale: 'язык',
    formats: 'виды файлов',
    levels: 'чьи портреты',
    selected: 'файлов выбрано',
    written: 'файлов записано',
    bytes: 'размер в байтах',
    job_id: 'номер фоновой работы',
    finished_at: 'когда закончен',
  },
}

/** The room of portraits: templates, sending, remarks, archives. What stands in a portrait is in `portraits.ts`. */
const texts: Catalogue = {
  'job.portraits.make': 'Портреты региона одним архивом',
  'portraits.archive.queued': 'Ждём очереди',
  'portraits.archive.running': 'Готовим портреты',
  'portraits.archive.loading': 'Читаем анализ',
  'portraits.archive.making': 'Готовим портреты: {detail}',
  'portraits.archive.made':
    'Портреты готовы: {files, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}.',
  'portraits.archive.folder.municipality': 'Муниципалитеты',
  'portraits.archive.folder.school': 'Школы',
  'portraits.archive.manifest': 'Опись',
  'portraits.archive.column.file': 'Файл',
  'portraits.archive.column.unit': 'Чей портрет',
  'portraits.archive.column.rows': 'Строк в таблицах',
  'portraits.archive.column.bytes': 'Байт',
  'portraits.archive.column.sha256': 'Контрольная сумма SHA-256',
  'portraits.archive.column.selected': 'Файлов выбрано',
  'portraits.archive.column.written': 'Файлов записано',
  'portraits.archive.file': 'Портреты — {run} — {day}',

  'portraits.section.header.meaning': 'Кто, по каким данным и каким методом; есть всегда',
  'portraits.section.areas.meaning': 'Предложения о том, на что обратить внимание',
  'portraits.section.results.meaning': 'Средний балл с интервалом рядом с теми, с кем его сравнивают',
  'portraits.section.schools.meaning':
    'Школы территории с состоянием признаков; в портрете школы раздела нет',
  'portraits.section.distribution.meaning': 'Сколько работ набрали каждый балл и где границы отметок',
  'portraits.section.tasks.meaning': 'Решаемость заданий от лёгких к трудным',
  'portraits.section.marks.meaning': 'Отметки за работы и в журнале, одни и те же дети в разные годы',
  'portraits.section.signals.meaning': 'Признаки с ответами школ и годы в федеральном перечне',
  'portraits.section.conduct.meaning':
    'Как проводилась процедура; этой части продукта ещё нет, и раздел так и говорит',
  'portraits.section.measures.meaning': 'Меры планов по состоянию и адресные меры в ответ на признаки',
  'portraits.section.notes.meaning': 'С кем сравниваем, малые группы, словарь; есть всегда',

  ...Object.fromEntries(Object.entries(remark).map(([state, words]) => [`portraits.remark.${state}`, words])),
  'portraits.list.file': 'Портреты {day}',
  'portraits.list.sheet': 'Портреты',
  'portraits.list.run': 'Анализ',
  'portraits.list.level.region': 'регион',
  'portraits.list.level.municipality': 'муниципалитет',
  'portraits.list.level.school': 'школа',
  'portraits.list.sent.yes': 'отправлен',
  'portraits.list.sent.no': 'не отправлен',
  'portraits.list.column.municipality': 'Муниципалитет',
  'portraits.list.column.unit': 'Чей портрет',
  'portraits.list.column.level': 'Уровень',
  'portraits.list.column.sent': 'Отправка',
  'portraits.list.column.sentAt': 'Когда отправлен',
  'portraits.list.column.sentBy': 'Кто отправил',
  'portraits.list.column.template': 'Версия шаблона',
  'portraits.list.column.open': 'Замечаний ждёт решения',
  'portraits.list.column.answered': 'Замечаний с решением',
  'portraits.remarks.what': 'Замечания к портретам',
  'portraits.remarks.sheet': 'Замечания и предложения',
  'portraits.remarks.file': 'Замечания к портретам {day}',
  'portraits.remarks.whole': 'В целом',
  'portraits.remarks.of-template': 'Шаблон, версия {version}',
  'portraits.remarks.of-portrait': 'Портрет: {unit} (шаблон версии {version})',
  'portraits.remarks.about.template': 'о шаблоне',
  'portraits.remarks.about.portrait': 'о портрете',
  'portraits.remarks.column.number': '№',
  'portraits.remarks.column.unit': 'От кого',
  'portraits.remarks.column.author': 'Автор',
  'portraits.remarks.column.day': 'Когда',
  'portraits.remarks.column.about': 'О чём',
  'portraits.remarks.column.section': 'Раздел',
  'portraits.remarks.column.text': 'Замечание или предложение',
  'portraits.remarks.column.state': 'Решение',
  'portraits.remarks.column.answer': 'Ответ и обоснование',
  'portraits.remarks.column.answered': 'Когда ответили',
  'portraits.remarks.filter.state': 'Решение',
  'portraits.remarks.filter.about': 'О чём',
  'portraits.remarks.filter.template': 'Версия шаблона',
  'portraits.remarks.filter.portrait': 'Номер отправленного портрета',
  'portraits.remarks.filter.section': 'Раздел',
  'portraits.remarks.filter.q': 'Поиск',
  'portraits.summary.kind': 'Сводная таблица',
  'portraits.summary.title': 'Замечания и предложения к портретам',
  'portraits.summary.lead':
    'Для совещания: кто и что предлагает, какое решение принято и почему. Где решения нет, оставлено место.',
  'portraits.summary.chosen': 'Что вошло в таблицу',
  'portraits.summary.file': 'Сводная таблица замечаний {day}',
  'portraits.summary.all': 'Всего замечаний',
  'portraits.summary.open': 'Ждут решения',
  'portraits.summary.accepted': 'Приняты',
  'portraits.summary.partly': 'Приняты частично',
  'portraits.summary.declined': 'Отклонены',
  'portraits.summary.none': 'Замечаний, которые подходят под эти условия, нет.',

  'notice.portrait-sent':
    '{count, plural, one {Вам отправлен портрет: {what}. Анализ «{run}».} other {Вам отправлены портреты: {what} и ещё {rest, number}. Анализ «{run}».}}',
  'notice.portrait-sent-below':
    '{count, plural, one {Школе муниципалитета отправлен портрет: {what}. Анализ «{run}».} other {Школам муниципалитета отправлены портреты, всего {count, number}. Анализ «{run}».}}',
  'notice.portrait-answered': 'На ваше замечание «{what}» ответили: {state}.',

  'audit.subject.portrait_template': 'версия шаблона портрета',
  'audit.subject.portrait': 'отправленный портрет',
  'audit.subject.portrait_file': 'файл портрета',
  'audit.subject.portrait_remark': 'замечание к портрету',
  'audit.subject.portrait_archive': 'архив портретов',
  'audit.action.portrait.sent': 'Портрет отправлен',
  'audit.action.portrait.remarked': 'Оставлено замечание к портрету',
  'audit.action.portrait.answered': 'Ответ на замечание к портрету',
  'audit.action.portrait.archived': 'Запрошен архив портретов',
  'audit.action.portrait.template': 'Новая версия шаблона портрета',
  'audit.field.portrait_file.format': 'вид файла',
  'audit.field.portrait_file.run_id': 'номер анализа',
  ...Object.fromEntries(
    Object.entries(fields).flatMap(([table, columns]) =>
      Object.entries(columns).map(([column, words]) => [`audit.field.${table}.${column}`, words]),
    ),
  ),
  ...Object.fromEntries(
    Object.entries(remark).map(([state, words]) => [`audit.value.portrait_remark.state.${state}`, words]),
  ),
  ...Object.fromEntries(
    Object.entries(archive).map(([state, words]) => [`audit.value.portrait_archive.state.${state}`, words]),
  ),

  'problem.portrait-run-unpublished':
    'Этот анализ ещё не опубликован, поэтому портреты по нему не отправляют.',
  'problem.portrait-run-unpublished.advice':
    'Сначала опубликуйте анализ: тогда школы смогут ответить на признаки, о которых прочтут в портрете.',
  'problem.portrait-not-sendable': 'Портрет региона отправлять некому.',
  'problem.portrait-not-sendable.advice':
    'Ведомства региона читают его на странице портретов. Отправляют портреты муниципалитетов и школ.',
  'problem.portrait-section-needed': 'Первый раздел и примечания отключить нельзя.',
  'problem.portrait-section-needed.advice':
    'По ним видно, о ком портрет, по каким данным он составлен и как его читать.',
  'problem.portrait-template-same': 'В новой версии те же разделы, что и в действующей.',
  'problem.portrait-template-same.advice': 'Отключите или включите хотя бы один раздел.',
  'problem.portrait-remarks-too-long':
    'Замечаний больше, чем помещается в один файл ({limit, plural, one {# строка} few {# строки} many {# строк} other {# строки}}).',
  'problem.portrait-remarks-too-long.advice':
    'Сузьте отбор: выберите решение, версию шаблона или территорию.',
  'problem.portrait-archive-ended': 'Эта работа уже закончена, останавливать нечего.',
  'problem.portrait-archive-ended.advice': 'Обновите страницу: на ней видно, чем она закончилась.',
  'problem.portrait-archive-going': 'Архив ещё готовится.',
  'problem.portrait-archive-going.advice':
    'Дождитесь, пока он будет готов: на странице видно, сколько сделано.',
  'problem.portrait-archive-gone': 'Этого архива больше нет: его срок вышел, или он не был закончен.',
  'problem.portrait-archive-gone.advice':
    'Сделайте его ещё раз: по тому же анализу получатся те же портреты.',
  'problem.portrait-archive-short':
    'Записано файлов: {written, number}, а выбрано: {selected, number}. Неполный архив не отдаётся.',
  'problem.portrait-archive-short.advice':
    'Запустите работу ещё раз. Если это повторится, сообщите администратору.',
}

export default texts
