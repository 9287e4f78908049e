/** Words of analyses: asked for, looked at from every level, compared, published. */
export const screening = {
  'nav.region': 'Картина территории',
  'nav.runs': 'Анализы',

  'region.title': 'Картина территории',
  'region.meaning': 'Что видно в результатах территории по последнему анализу.',
  'region.by-run': 'По последнему анализу:',

  'runs.title': 'Анализы',
  'runs.meaning': 'Каждый анализ сохраняется таким, каким был сделан: данные, настройки, версии методов.',
  'runs.start': 'Начать анализ',
  'runs.empty': 'Анализов пока нет',
  'runs.empty-meaning': 'Когда результаты загружены и приняты, анализ покажет, что в них просит пояснения.',
  'runs.empty-below': 'Они появятся здесь, когда регион опубликует анализ результатов.',
  'runs.name': 'Название',
  'runs.name-hint': 'По нему анализ узнают в списке.',
  'runs.name-missing': 'Назовите анализ.',
  'runs.schools': 'Школ',
  'runs.marked': 'С признаком',
  'runs.replies': 'Ответы на признаки — {replies}.',
  'runs.replies-title': 'Ответы на все признаки методики',
  'runs.replies-others': 'видны не все признаки',
  'runs.marked-in-picture':
    'Отмечено на рисунке: {count, plural, one {# школа} few {# школы} many {# школ} other {# школы}}. Состояние ответов',
  'runs.signs': 'Школ с признаками',
  'runs.signs-official': 'по методике 2019 — {count, number}',
  'runs.signs-own': 'собственный — {count, number}',
  'runs.made': 'Сделан',
  'runs.state.queued': 'Ждёт очереди',
  'runs.state.running': 'Идёт',
  'runs.state.failed': 'Не удался',
  'runs.state.cancelled': 'Остановлен',
  'runs.state.draft': 'Черновик',
  'runs.state.published': 'Опубликован',
  'runs.state.superseded': 'Есть более новый',
  'runs.data-undone': 'Данные отменены',
  'runs.to-compare': 'Сравнить',
  'runs.choose-one': 'Сравнить: {title}',
  'runs.choose-two': 'Отметьте два анализа, чтобы сравнить их.',
  'runs.compare-chosen': 'Сравнить отмеченные',

  'runs.new-title': 'Новый анализ',
  'runs.new-meaning':
    'Он идёт в фоне; страницу можно закрыть. Готовый анализ виден аналитикам, пока вы его не опубликуете.',
  'runs.no-batches': 'Анализировать пока нечего',
  'runs.no-batches-meaning':
    'Нет ни одного принятого файла с результатами. Загрузите протоколы и примите их.',
  'runs.to-imports': 'К загрузке результатов',
  'runs.what-goes-in': 'Какие результаты',
  'runs.all-batches':
    'Все принятые: {count, plural, one {# файл} few {# файла} other {# файлов}}, {works, plural, one {# работа} few {# работы} other {# работ}}',
  'runs.some-batches': 'Только выбранные',
  'runs.set-of-batches':
    '{set}: {count, plural, one {# файл} few {# файла} other {# файлов}}, {works, plural, one {# работа} few {# работы} other {# работ}}',
  'runs.batches-missing': 'Отметьте хотя бы один файл.',
  'runs.settings': 'Настройки',
  'runs.budget': 'Ложных сигналов на 100 добросовестных школ',
  'runs.budget-hint':
    'Сколько вы готовы допустить среди собственных признаков: от 0 до 49. 0 — не считать их.',
  'runs.budget-wrong': 'Нужно число от 0 до 49.',
  'runs.not-attempted': '«X» (не приступал)',
  'runs.not-attempted.zero': 'ноль баллов',
  'runs.not-attempted.missing': 'нет данных',
  'runs.not-taught': '«не пройд.» (тему не проходили)',
  'runs.not-taught.leave-maximum': 'задание выходит из максимума ученика',
  'runs.not-taught.zero': 'ноль баллов',

  'runs.going-meaning': 'Страницу можно закрыть: анализ продолжится, и вы найдёте его в списке.',
  'runs.cancel': 'Остановить',
  'runs.cancelled-meaning':
    'Анализ остановлен, ничего из него не сохранено. Начните новый, когда понадобится.',
  'runs.draft-meaning': 'Это черновик: его и его признаки видят только аналитики региона.',
  'runs.superseded-by': 'В этой кампании опубликован более новый анализ:',
  'runs.undone-meaning':
    'Приём части файлов после этого анализа отменён. Числа остались прежними, но опираться на них уже нельзя: сделайте новый анализ.',

  'runs.publish': 'Опубликовать',
  'runs.publish-question': 'Опубликовать анализ?',
  'runs.publish-region': 'Министерство и институт увидят весь анализ.',
  'runs.publish-municipalities':
    '{count, plural, =0 {Муниципалитетов в анализе нет.} one {# муниципалитет увидит свои школы.} few {# муниципалитета увидят каждый свои школы.} other {# муниципалитетов увидят каждый свои школы.}}',
  'runs.publish-schools':
    '{count, plural, =0 {Школ из реестра в анализе нет.} one {# школа увидит свои результаты и свои признаки.} few {# школы увидят каждая свои результаты и свои признаки.} other {# школ увидят каждая свои результаты и свои признаки.}}',
  'runs.publish-signals':
    '{count, plural, =0 {Признаков в анализе нет.} one {Станет виден # признак} few {Станут видны # признака} other {Станут видны # признаков}}{count, plural, =0 {} other {{schools, plural, one { у # школы.} other { у # школ.}}}}',
  'runs.publish-unknown':
    'Ещё {count, plural, one {# школы нет в реестре: её увидит} few {# школ нет в реестре: их увидит} other {# школ нет в реестре: их увидит}} только регион.',
  'runs.publish-supersedes':
    'Анализ «{title}» станет прежним. Признаки в нём, о которых никого не спросили, закроются; начатые разговоры продолжатся.',
  'runs.publish-forever': 'Отозвать публикацию нельзя. Исправить можно только новым анализом.',

  'runs.found': 'Что найдено',
  'runs.found-here':
    '{schools, plural, one {# школа} few {# школы} other {# школ}} в анализе; признак по методике 2019 года хотя бы в одной работе — {marked, plural, =0 {ни у одной} one {у # школы} other {у # школ}}.',
  'runs.found-school':
    'Признак по методике 2019 года: {marked, plural, =0 {нет ни в одной работе} other {есть}}.{flagged, select, yes { Собственный признак: есть.} no { Собственный признак: нет.} other {}}',
  'runs.flagged-here':
    'Собственный признак — {count, plural, =0 {ни у одной} one {у # школы} other {у # школ}}.',
  'runs.not-a-verdict':
    'Признак — вопрос к результату, а не вывод о школе: у него бывают простые причины. Воронка показывает, где кончаются обычные различия.',
  'runs.to-signals': 'Признаки этого анализа',
  'runs.notes': '{count, plural, one {Примечание (#)} other {Примечания (#)}}',
  'runs.nothing-here': '{unit}: в этом анализе результатов нет',
  'runs.nothing-meaning':
    'Школы этой территории не писали работ, вошедших в анализ, или их результаты не приняты.',
  'runs.level.region': 'Все школы региона.',
  'runs.level.municipality': 'Школы муниципалитета; пределы и среднее — по всему региону.',
  'runs.level.school': 'Одна школа; пределы и среднее — по всему региону.',
  'runs.definitions': 'Как это посчитано',
  'runs.boundaries': 'У границ отметок',
  'runs.boundaries-meaning':
    'Сколько работ не добрали до отметки одного балла и сколько её едва достигли. Скопление по всему региону — вывод о регионе, а не о школе.',
  'runs.boundary': 'Граница',
  'runs.boundary-of': '«{mark}», {score, plural, one {# балл} few {# балла} other {# баллов}}',
  'runs.boundary-own': 'Здесь',
  'runs.boundary-region': 'Регион',
  'runs.schools-of-set': 'Школы',
  'runs.works-of-school': 'Работы школы',
  'runs.schools-meaning':
    'По муниципалитетам и названиям, не по величине признака. В скобках — интервал 95 %. Степень — по всем работам школы.',
  'runs.school-meaning': 'В скобках — интервал 95 %.',
  'runs.school-meaning-degree':
    'В скобках — интервал 95 %. Степень необычности школы по всем работам вместе — {degree}.',
  'runs.sign': 'Признак',
  'runs.any-school': 'Все школы',
  'runs.sign.any': 'С любым признаком',
  'runs.sign.official': 'По методике 2019 года',
  'runs.sign.own': 'С собственным признаком',
  'runs.own-sign': 'Собственный признак',
  'runs.mean': 'Средний балл',
  'runs.region-mean': 'Регион',
  'runs.not-in-registry': 'нет в реестре',
  'runs.few-hidden': 'меньше 5 работ',
  'runs.small-sample': 'малая выборка',
  'runs.index': 'Индекс методики 2019 года',
  'runs.index-meaning':
    '100 минус доля школ хотя бы с одним из 14 признаков. По названиям, не по величине: одна школа меняет индекс небольшой территории на десятки пунктов.',
  'runs.index-none': 'В этом анализе индекс посчитать не из чего.',
  'runs.index-signs': 'Признаков, которые позволили посчитать данные: {signs} из 14.',
  'runs.index-value': 'Индекс',
  'runs.interval': 'Интервал 95 %',
  'runs.territory': 'Территория',
  'runs.year': 'Год',
  'runs.few-schools': 'мало школ',

  'runs.silent': 'Что не считалось',
  'runs.silent-meaning':
    'Канал молчит, если данных для него нет. Это не значит, что всё обычно: это значит, что он не смотрел.',
  'runs.channel': 'Канал',
  'runs.why': 'Почему',
  'runs.where': 'Где',
  'runs.how-made': 'Как сделан анализ',
  'runs.how-made-meaning': 'По этим данным любой получит те же числа из тех же файлов.',
  'runs.output.html': 'Отчёт, HTML',
  'runs.output.xlsx': 'Признаки, Excel',
  'runs.output.json': 'Все числа, JSON',
  'runs.record': 'Метод, версии и параметры',
  'runs.files': '{count, plural, one {# файл} few {# файла} other {# файлов}}',
  'runs.works': '{count, plural, one {# работа} few {# работы} other {# работ}}',

  'compare.title': 'Сравнение анализов',
  'compare.meaning': 'Что сделано иначе, какие данные вошли и где результат другой.',
  'compare.before': 'Прежний',
  'compare.after': 'Новый',
  'compare.settings': 'Настройки',
  'compare.setting': 'Настройка',
  'compare.same-settings': 'Настройки и версии методов одинаковые.',
  'compare.data': 'Данные',
  'compare.files-both':
    '{count, plural, =0 {Общих файлов нет.} one {# файл вошёл в оба.} few {# файла вошли в оба.} other {# файлов вошли в оба.}}',
  'compare.files-before':
    '{count, plural, one {# файл только в прежнем} few {# файла только в прежнем} other {# файлов только в прежнем}}',
  'compare.files-after':
    '{count, plural, one {# файл только в новом} few {# файла только в новом} other {# файлов только в новом}}',
  'compare.sets-before':
    '{count, plural, one {# работа только в прежнем} few {# работы только в прежнем} other {# работ только в прежнем}}',
  'compare.sets-after':
    '{count, plural, one {# работа только в новом} few {# работы только в новом} other {# работ только в новом}}',
  'compare.sets': 'Общие работы',
  'compare.schools': 'Школы, у которых что-то изменилось',
  'compare.moved-of':
    'Степень посчитана в обоих у {measured, plural, one {# школы} other {# школ}}; заметно, на половину обычного разброса и больше, изменилась у {moved, plural, one {# школы} other {# школ}}.',
  'compare.change': 'Что изменилось',
  'compare.any-change': 'Любое изменение',
  'compare.newly-marked': 'Признак появился',
  'compare.no-longer-marked': 'Признака больше нет',
  'compare.newly-flagged': 'Появился собственный признак',
  'compare.no-longer-flagged': 'Собственного признака больше нет',
  'compare.moved': 'Заметно изменилась степень',
  'compare.no-schools': 'Таких школ нет',
  'compare.stays': 'остался',
  'compare.appeared': 'появился',
  'compare.gone': 'больше нет',

  'definitions.title': 'Как это посчитано',
  'definitions.meaning': 'Каждое число анализа словами, с источником.',
  'definitions.methods': 'Методы и показатели',
  'definitions.channels': 'Каналы собственных признаков',
  'definitions.channels-meaning':
    'Каждый смотрит на одну сторону результата. Вместе они дают степень школы; чего канал не видит, сказано под ним.',
  'definitions.sources': 'Источник:',
} as const
