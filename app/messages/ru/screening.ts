import type { Catalogue } from '../format.ts'

/** Runs of screening: how they are asked for, what their page says, what they are exported as. */
const texts: Catalogue = {
  'job.screening.run': 'Анализ результатов',
  'progress.keeping': 'Сохраняю найденное',
  'run.waiting': 'Ждёт своей очереди',
  'run.beginning': 'Готовлю данные',
  'run.going': 'Анализ идёт',
  'run.done': 'Анализ «{title}» готов.',
  'run.title': 'Анализ от {day}',
  'run.title-of-campaign': '{campaign}: анализ от {day}',
  'run.no-own': 'Собственные признаки в этом анализе не считались.',
  'run.marked-outside':
    'Ещё у {count, plural, one {# школы} few {# школ} many {# школ} other {# школы}} признак посчитан по формуле методики, но в её 14 признаков не входит и на индекс не влияет.',
  'run.file-of-region': 'файл региона',
  'run.setting-changed': 'было: {before}; стало: {after}',

  'run.figure.funnel-school':
    'Средний балл школы {mean, number, ::.00} (n = {n, number}): {place, select, inside {внутри обычных пределов} beyond95 {{side, select, above {выше} other {ниже}} пределов 95 %} beyond998 {{side, select, above {выше} other {ниже}} пределов 99,8 %} other {обычные пределы неизвестны}}',
  'run.figure.funnel-school-description':
    'Крупная точка — школа.{known, select, yes { Полоса — пределы 99,8 %, пунктир — 95 %: в них лежат средние баллы школ, которые различаются как обычно.} other {}}{marked, select, yes { Формула методики 2019 года отмечает школу в этой работе.} other {}}',
  'run.figure.scores-region':
    'Средний балл выбранных школ {own, number, ::.00}, всего региона {region, number, ::.00}',
  'run.figure.scores-municipality':
    'Средний балл муниципалитета {own, number, ::.00}, региона {region, number, ::.00}',
  'run.figure.scores-school': 'Средний балл школы {own, number, ::.00}, региона {region, number, ::.00}',
  'run.figure.scores-description':
    'Столбцы — эта территория (n = {n, number}), серая область — регион (n = {region, number}), доли работ по баллам.{scale, select, yes { Пунктир — границы отметок.} other {}}{merged, select, yes { Соседние баллы объединены так, чтобы в столбце было не меньше пяти работ.} other {}}',
  'run.figure.tasks': 'Задания от лёгких к трудным: эта территория минус регион',
  'run.figure.journal':
    'Отметка за работу ниже журнала у {lowered, number, ::percent .} работ, выше — у {raised, number, ::percent .}',
  'run.figure.journal-description':
    'Площадь круга — число работ, под ним доля от всех; на полосе отметки совпали. n = {n, number}.{hidden, select, yes { Клетки, где меньше пяти работ, не показаны.} other {}}',
  'run.figure.hidden': 'На воронке не показаны школы, где работ меньше {least, number}: {count, number}.',
  'run.figure.nothing': 'Школы этой территории такую работу не писали.',
  'figure.table.scores': 'Баллы',

  'run.sheet.schools': 'Школы',
  'run.sheet.index': 'Индекс',
  'run.sheet.comparison': 'Сравнение',
  'run.file.schools': 'Анализ, школы {day}',
  'run.file.index': 'Анализ, индекс {day}',
  'run.file.comparison': 'Сравнение анализов {day}',
  'run.column.run': 'Анализ',
  'run.column.made': 'Сделан',
  'run.column.hash': 'Хеш данных (SHA-256)',
  'run.column.unit': 'Территория',
  'run.column.before': 'Прежний анализ',
  'run.column.after': 'Новый анализ',
  'run.column.municipality': 'Муниципалитет',
  'run.column.school': 'Школа',
  'run.column.login': 'Логин',
  'run.column.kind': 'Вид школы',
  'run.column.set': 'Работа',
  'run.column.n': 'Работ',
  'run.column.mean': 'Средний балл',
  'run.column.from': 'От (95 %)',
  'run.column.to': 'До (95 %)',
  'run.column.region-mean': 'Средний по региону',
  'run.column.markers': 'Признаки методики 2019 года',
  'run.column.degree': 'Степень',
  'run.column.flagged': 'Собственный признак',
  'run.column.reply': 'Ответ',
  'run.reply.nobody': 'спросить некого: школы нет в реестре',
  'run.reply': '{sign} — {reply}',
  'run.column.year': 'Год',
  'run.column.signs': 'Признаков из 14',
  'run.column.schools': 'Школ',
  'run.column.marked': 'С признаком',
  'run.column.index': 'Индекс',
  'run.column.newly-marked': 'Признак появился',
  'run.column.no-longer-marked': 'Признака больше нет',
  'run.column.flagged-before': 'Собственный признак: был',
  'run.column.flagged-after': 'Собственный признак: стал',
  'run.column.degree-before': 'Степень: была',
  'run.column.degree-after': 'Степень: стала',
  'run.column.moved': 'Изменение степени',
  'run.filter.sign': 'Признак',
  'run.filter.q': 'Поиск',
  'run.sign.official': 'по методике 2019 года',
  'run.sign.own': 'собственный',
  'run.sign.any': 'любой',

  'problem.run-without-batches': 'Анализировать пока нечего: нет ни одного принятого файла с результатами.',
  'problem.run-without-batches.advice':
    'Загрузите протоколы и примите их; после этого анализ можно будет начать.',
  'problem.run-batch-not-accepted':
    'Среди выбранных файлов {count, plural, one {# больше не учитывается} few {# больше не учитываются} other {# больше не учитываются}}: приём отменён или файл ещё не принят.',
  'problem.run-batch-not-accepted.advice': 'Обновите страницу и выберите файлы ещё раз.',
  'problem.run-ended': 'Анализ уже закончен, остановить его нельзя.',
  'problem.run-ended.advice': 'Обновите страницу и посмотрите, чем он закончился.',
  'problem.run-not-done': 'Этот анализ не закончен: показывать пока нечего.',
  'problem.run-not-done.advice': 'Дождитесь его окончания или начните новый.',
  'problem.run-published-already': 'Этот анализ уже опубликован.',
  'problem.run-published-already.advice': 'Обновите страницу: его видят муниципалитеты и школы.',
  'problem.run-older-than-published':
    'Уже опубликован более новый анализ этой кампании: «{title}». Более ранний поверх него не публикуют.',
  'problem.run-older-than-published.advice':
    'Если нужны эти настройки или эти данные, сделайте с ними новый анализ и опубликуйте его.',
}

export default texts
