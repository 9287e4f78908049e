import type { Catalogue } from '../format.ts'

const schools = (name: string) =>
  `{${name}, plural, one {# школа} few {# школы} many {# школ} other {# школы}}`
const works = (name: string) =>
  `{${name}, plural, one {# работа} few {# работы} many {# работ} other {# работы}}`
const rows = (name: string) =>
  `{${name}, plural, one {# строка} few {# строки} many {# строк} other {# строки}}`

/** What the spreadsheet, the JSON and the terminal say of a screening. */
const texts: Catalogue = {
  // Notes beside a number: what to know of the school
  'note.unregistered': 'Школы нет в реестре.',
  'note.kind': 'Вид школы: {kind}. Для неё высокие результаты обычны.',
  'note.special-school': 'Коррекционная школа: сравнение с регионом условно.',
  'note.controlled': 'Работу писали под контролем объективности.',
  'note.outside-the-14-signs': 'Не входит в 14 признаков методики 2019 года, на индекс не влияет.',

  // Notes of a set and of the run
  'set-note.no-journal': 'Отметок по журналу в протоколе нет: с журналом работы не сравнивались.',
  'set-note.no-scale':
    'Пригодной шкалы перевода в отметки нет: скопление у границ и разница с журналом не вычислялись.',
  'set-note.no-tasks': 'Баллов за отдельные задания нет: профиль заданий и надёжность работы не вычислялись.',
  'run-note.examinations': 'С чем сопоставлено внешнее подтверждение: {pairs}.',
  'run-note.unregistered-schools':
    '{count, plural, one {# школы из протоколов нет в реестре. Она посчитана вместе со всеми и показана под своим логином.} few {# школ из протоколов нет в реестре. Они посчитаны вместе со всеми и показаны под своими логинами.} many {# школ из протоколов нет в реестре. Они посчитаны вместе со всеми и показаны под своими логинами.} other {# школы из протоколов нет в реестре. Они посчитаны вместе со всеми и показаны под своими логинами.}}',

  // Why a row is not counted
  'excluded.absent': 'отсутствовал',
  'excluded.absent-in-part': 'отсутствовал в одной из частей работы',
  'excluded.no-total': 'нет итогового балла',
  'excluded.no-school': 'школа не установлена: логин не читается или кода ОО нет в реестре',
  'excluded.total-above-maximum': 'итоговый балл выше максимума работы',

  'output.set': '{subject}, {grade} класс, {year}',
  'output.set-of-version': '{subject} ({version}), {grade} класс, {year}',
  'output.yes': 'да',
  'output.no': 'нет',
  'output.not-calibrated': 'не откалиброван',
  'output.class-unknown': 'неизвестен',

  'output.class-all': 'вся школа',

  'output.sheet.signals': 'Признаки',
  'output.sheet.detection': 'Собственные признаки',
  'output.sheet.noise': 'Обычный разброс',
  'output.sheet.silent': 'Не считалось',
  'output.sheet.parameters': 'Параметры',
  'output.sheet.sets': 'Наборы',
  'output.sheet.excluded': 'Исключено',
  'output.sheet.index': 'Индекс',
  'output.sheet.dirt': 'Загрязнения',
  'output.sheet.notes': 'Примечания',

  'output.column.school': 'Логин школы',
  'output.column.name': 'Школа',
  'output.column.municipality': 'Муниципалитет',
  'output.column.kind': 'Вид школы',
  'output.column.procedure': 'Процедура',
  'output.column.version': 'Вариант работы',
  'output.column.year': 'Год',
  'output.column.grade': 'Класс',
  'output.column.subject': 'Предмет',
  'output.column.compared': 'Наборы',
  'output.column.marker': 'Признак',
  'output.column.n': 'n',
  'output.column.value': 'Значение',
  'output.column.tie-corrected': 'r с поправкой на одинаковые значения',
  'output.column.lower': 'Нижняя граница',
  'output.column.upper': 'Верхняя граница',
  'output.column.reference': 'С чем сравнивается',
  'output.column.p': 'p',
  'output.column.q': 'q',
  'output.column.marked': 'Отмечен',
  'output.column.reply': 'Ответ школы',
  'output.column.official': 'Входит в 14 признаков',
  'output.column.notes': 'Примечания',
  'output.column.parameter': 'Параметр',
  'output.column.setting': 'Значение',
  'output.column.works': 'Работ',
  'output.column.schools': 'Школ',
  'output.column.absent': 'Отсутствовали',
  'output.column.excluded': 'Исключено по другим причинам',
  'output.column.max-score': 'Максимум',
  'output.column.boundary-3': '«3» от',
  'output.column.boundary-4': '«4» от',
  'output.column.boundary-5': '«5» от',
  'output.column.mean': 'Средний балл',
  'output.column.sd': 'Стандартное отклонение',
  'output.column.region-lower': 'Регион: нижняя граница',
  'output.column.region-upper': 'Регион: верхняя граница',
  'output.column.alpha': 'Альфа Кронбаха',
  'output.column.tau': 'Разброс между школами (τ), баллов',
  'output.column.file': 'Файл',
  'output.column.row': 'Строка',
  'output.column.reason': 'Причина',
  'output.column.unit': 'Территория',
  'output.column.level': 'Уровень',
  'output.column.signs': 'Признаков из 14',
  'output.column.marked-schools': 'Школ с признаком',
  'output.column.index': 'Индекс',
  'output.column.dirt': 'Что встретилось',
  'output.column.count': 'Сколько раз',
  'output.column.done': 'Что сделано',
  'output.column.examples': 'Примеры',
  'output.column.note': 'Примечание',
  'output.column.advice': 'Что сделать',
  'output.column.degree': 'Степень (z)',
  'output.column.fdr': 'Вероятность, что сигнал ложный',
  'output.column.flagged': 'Выделена',
  'output.column.channel': 'Канал',
  'output.column.set': 'Набор',
  'output.column.class': 'Класс',
  'output.column.z': 'z',
  'output.column.in-degree': 'Входит в степень',
  'output.column.silence': 'Почему не считалось',
  'output.column.noise-source': 'Откуда известен обычный разброс',
  'output.column.noise-reason': 'Почему не так, как хотелось бы',
  'output.column.groups': 'Классов с величиной',

  'output.level.region': 'регион',
  'output.level.municipality': 'муниципалитет',
  'output.example': 'лист «{sheet}», строка {row}, столбец {column}: «{value}»',

  // What honest classes were taken to be
  'noise-source.controlled': 'по школам с контролем объективности',
  'noise-source.bulk': 'по основной части классов региона',
  'noise-source.model': 'по модели, без проверки на классах',
  'noise-reason.few-groups': 'классов слишком мало; в больших классах отклонения завышены',
  'noise-reason.no-variation': 'у всех классов одно и то же значение: выделить некого',
  'noise-reason.many-equal':
    'у половины классов или больше одно и то же значение: разброс взят по остальным, с запасом',
  'noise-reason.majority': 'необычных классов слишком много: обычной принята большая часть',
  'noise-reason.reference-lost':
    'большинство классов отличается от школ с контролем объективности: сам регион образцом не служит',

  'output.replies-unknown': 'неизвестно: команда ответов не знает',
  'parameter.replies': 'Состояние ответов школ на',
  'parameter.region': 'Регион',
  'parameter.method': 'Метод',
  'parameter.version': 'Версия расчёта',
  'parameter.created-at': 'Когда посчитано (всемирное время)',
  'parameter.data-hash': 'Контрольная сумма данных (SHA-256)',

  // The summary in the terminal
  'summary.read': `Прочитано: {files, plural, one {# файл} few {# файла} many {# файлов} other {# файла}}, ${rows('rows')}, из них ${works('works')} в расчёте.`,
  'summary.sets': 'Наборы и число отмеченных школ:',
  'summary.column.set': 'набор',
  'summary.column.works': 'работ',
  'summary.column.schools': 'школ',
  'summary.column.high-mean': 'средний',
  'summary.column.journal-mismatch': 'журнал',
  'summary.column.cohort-rise': 'рост',
  'summary.column.cohort-fall': 'падение',
  'summary.not-computed': '—',
  'summary.legend':
    'средний — высокий средний балл, журнал — несоответствие отметкам; рост и падение — одной параллели за год; «—» — данных для признака нет.',
  'summary.marked': `Всего ${schools('schools')}. Хотя бы один из 14 признаков методики 2019 года — у {marked, plural, one {# школы} few {# школ} many {# школ} other {# школы}}. Признак — вопрос к результату, а не вывод о школе.`,
  'summary.index': 'Индекс объективности региона:',
  'summary.index-line': `{year}: {index} (признаков {signs} из 14; ${schools('schools')}, с признаком {marked, number})`,
  'summary.no-index': 'не определяется',
  'summary.detection': `Собственные признаки: {measured, plural, one {измерена # школа} few {измерены # школы} many {измерено # школ} other {измерено # школы}}. При {budget, plural, one {# ложном сигнале} other {# ложных сигналах}} на 100 добросовестных школ {flagged, plural, one {выделена # школа} few {выделены # школы} many {выделено # школ} other {выделено # школы}}, ложных среди них ожидается около {expected, number, ::.0}.`,
  'summary.detection-noise':
    'Обычный разброс (всего оценок: {total, number}, по одной на канал и набор): по модели — {model, number}, по большей части классов — {majority, number}. Подробно: лист «Обычный разброс» в signals.xlsx.',
  'summary.dirt': 'Что встретилось в файлах:',
  'summary.dirt-line': '{count}  {kind} — {done}',
  'summary.dirt-more':
    'и ещё {count, plural, one {# вид} few {# вида} many {# видов} other {# вида}}: лист «Загрязнения» в signals.xlsx',
  'summary.excluded': 'Не вошло в расчёт: {reasons}.',
  'summary.excluded-reason': '{reason} — {count, number}',
  'summary.notes': 'Примечания:',
  'summary.notes-more':
    'и ещё {count, plural, one {# примечание} few {# примечания} many {# примечаний} other {# примечания}}: лист «Примечания» в signals.xlsx',
  'summary.outputs': 'Написано:',
  'summary.output.report': 'отчёт',
  'summary.output.signals': 'таблица',
  'summary.output.json': 'для программ',

  'problem.out-not-writable':
    'В «{file}» не удаётся записать отчёт: {reason, select, EEXIST {это файл, а не папка} ENOTDIR {часть этого пути — файл, а не папка} EACCES {нет права писать туда} EISDIR {там есть папка с именем одного из файлов отчёта} EPERM {запись запрещена или файл открыт в другой программе} EBUSY {файл открыт в другой программе} EROFS {диск только для чтения} ENOSPC {на диске нет места} other {отказ системы ({reason})}}.',
  'problem.out-not-writable.advice':
    'Укажите в --out папку, в которую можно писать, или закройте файлы прежнего отчёта и повторите. Прежний отчёт, если он был, остался как есть.',
}

export default texts
