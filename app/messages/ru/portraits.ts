import type { Catalogue } from '../format.ts'

/** «Портрет школы», «Портрет муниципалитета», «Портрет региона»: everything but the sentences of the areas of interest. */
const texts: Catalogue = {
  'portrait.kind.school': 'Портрет школы',
  'portrait.kind.municipality': 'Портрет муниципалитета',
  'portrait.kind.region': 'Портрет региона',
  'portrait.lead.school':
    'Что видно из результатов оценочных процедур. Это отправная точка для разговора, а не оценка школы.',
  'portrait.lead.municipality':
    'Что видно из результатов оценочных процедур. Это отправная точка для разговора, а не оценка муниципалитета и его школ.',
  'portrait.lead.region':
    'Что видно из результатов оценочных процедур. Это отправная точка для разговора, а не оценка региона и его школ.',
  'portrait.section.header': 'О ком и по каким данным',
  'portrait.section.areas': 'На что обратить внимание',
  'portrait.section.results': 'Результаты',
  'portrait.section.schools': 'Школы',
  'portrait.section.distribution': 'Распределение первичных баллов',
  'portrait.section.tasks': 'Выполнение заданий',
  'portrait.section.marks': 'Отметки, журнал и другие годы',
  'portrait.section.signals': 'Признаки, требующие анализа',
  'portrait.section.conduct': 'Проведение процедур',
  'portrait.section.measures': 'Меры и мероприятия',
  'portrait.section.notes': 'Примечания',

  'portrait.audience.school': 'для самой школы: её результаты показаны полностью',
  'portrait.audience.territory': 'для органов управления образованием: малые группы не показаны',
  'portrait.audience.public': 'для публики: малые группы и признаки не показаны',
  'portrait.header.starting-point':
    'Портрет — отправная точка, не оценка. Результаты ВПР не используются для мер против учителей и руководителей. Шаблон портрета собственный: официального нет.',
  'portrait.header.school': 'Школа',
  'portrait.header.login': 'Логин',
  'portrait.header.kind': 'Вид',
  'portrait.header.locality': 'Местность',
  'portrait.header.municipality': 'Муниципалитет',
  'portrait.header.region': 'Регион',
  'portrait.header.schools': 'Школ в данных',
  'portrait.header.contingent': 'Контингент',
  'portrait.header.contingent-none': 'в данных нет ни одной учтённой работы',
  'portrait.header.contingent-school':
    'по данным, а не по спискам учеников: {works, plural, one {# работа} few {# работы} many {# работ} other {# работы}} в {sets, plural, one {# наборе} few {# наборах} many {# наборах} other {# набора}}; классы: {grades}',
  'portrait.header.contingent-territory':
    'по данным, а не по спискам учеников: {works, plural, one {# работа} few {# работы} many {# работ} other {# работы}} в {sets, plural, one {# наборе} few {# наборах} many {# наборах} other {# набора}}; классы: {grades}',
  'portrait.header.registry': 'Реестр',
  'portrait.header.unregistered': 'школы нет в реестре: название и муниципалитет неизвестны',
  'portrait.header.repeat': 'Как повторить расчёт',
  'portrait.header.settings': 'Настройки и пороги',
  'portrait.header.template': 'Шаблон портрета',
  'portrait.header.template-version': 'версия {version}',
  'portrait.header.replies-on': 'Ответы, меры и федеральный перечень — на',
  'portrait.header.audience': 'Для кого',

  'portrait.nothing': 'В этом расчёте нет ни одной работы школы.',
  'portrait.nothing-territory': 'В этом расчёте нет ни одной работы школ этой территории.',
  'portrait.nothing-shown': 'Показать нечего: работ нет или их слишком мало.',
  'portrait.areas.explained':
    'Предложения выбраны по опубликованному списку условий. Серым — то, что ничем не примечательно.',
  'portrait.areas.nothing': 'Ничего, что требовало бы внимания, не видно.',

  'portrait.results.explained':
    'Средний первичный балл, его интервал и число работ. Мест и рейтингов нет: названа только пятая часть, в которую попадает средний балл школы среди школ региона.',
  'portrait.results.explained-territory':
    'Средний первичный балл, его интервал и число работ. Мест и рейтингов нет; территории стоят по алфавиту.',
  'portrait.results.school': 'Эта школа',
  'portrait.results.school-in-fifth': 'Эта школа: {fifth}',
  'portrait.results.municipality': 'Муниципалитет',
  'portrait.results.municipality-of':
    'Муниципалитет, {schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}}',
  'portrait.results.region': 'Регион',
  'portrait.results.region-of':
    'Регион, {schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}}',
  'portrait.results.similar': 'Похожие школы (тот же вид, та же местность)',
  'portrait.results.similar-of':
    'Похожие школы (тот же вид, та же местность), {schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}}',
  'portrait.results.no-similar': 'Похожие школы не подобраны: в реестре не указан вид школы или местность.',
  'portrait.results.no-municipality': 'Муниципалитет школы неизвестен: её нет в реестре.',
  'portrait.results.sets': 'Результаты по наборам',
  'portrait.results.municipalities': 'Муниципалитеты: {set}',
  'portrait.fifth.1': 'нижняя пятая часть школ региона',
  'portrait.fifth.2': 'вторая снизу пятая часть школ региона',
  'portrait.fifth.3': 'средняя пятая часть школ региона',
  'portrait.fifth.4': 'вторая сверху пятая часть школ региона',
  'portrait.fifth.5': 'верхняя пятая часть школ региона',

  'portrait.index.title': 'Индекс объективности и его составляющие',
  'portrait.index.explained':
    'Индекс — 100 минус доля школ, у которых есть хотя бы один признак методики 2019 года. Индексы с разным числом признаков не сравнивают; где школ мало, одна школа меняет индекс на десятки пунктов.',
  'portrait.between.title': 'Различия между школами',
  'portrait.between.explained':
    'Пределы и разброс посчитаны по школам региона. Доля различий между школами (ICC) — часть разброса баллов, которая приходится на обычные различия между школами; крайние школы при её оценке притянуты к остальным. Выше и ниже — школы за пределами 99,8 %.',
  'portrait.funnel.description':
    'Средний балл школы и число работ в ней.{known, select, yes { Полоса — пределы 99,8 %, пунктир — 95 %, с учётом обычных различий между школами.} other { Пределы построить не из чего.}}',
  'portrait.funnel.means': 'Средние баллы школ',
  'portrait.funnel.hidden':
    'На воронке {count, plural, one {не показана # школа} few {не показаны # школы} many {не показано # школ} other {не показаны # школы}}: за ними слишком мало работ, или такое малое число можно было бы получить вычитанием.',
  'portrait.changes.title': 'Изменения по годам',
  'portrait.changes.one-year': 'Сравнивать не с чем: каждая работа есть в данных только за один год.',
  'portrait.changes.explained':
    'Ученики в каждом году другие. Годы, между которыми изменился максимум, шкала или набор заданий, линией не соединяются и не сравниваются.',
  'portrait.changes.first': 'первый год в данных',
  'portrait.changes.same': 'максимум, шкала и задания те же',
  'portrait.changes.gap': 'максимум, шкала и задания те же, но между годами пропуск',
  'portrait.changes.maximum': 'изменился максимум: {before, number} → {after, number}, сравнивать нельзя',
  'portrait.changes.scale': 'изменилась шкала отметок: доли отметок сравнивать нельзя',
  'portrait.changes.no-scale': 'шкала отметок одного из годов неизвестна: сравнивать с осторожностью',
  'portrait.changes.tasks': 'изменились задания или их обозначения: сравнивать с осторожностью',

  'portrait.distribution.description-school':
    'Столбцы — школа (n = {n, number}), серая область — регион (n = {region, number}), доли работ по баллам.{scale, select, yes { Пунктир — границы отметок.} other {}}{merged, select, yes { Соседние баллы объединены так, чтобы малые группы не были видны.} other {}}',
  'portrait.distribution.description-municipality':
    'Столбцы — муниципалитет (n = {n, number}), серая область — регион (n = {region, number}), доли работ по баллам.{scale, select, yes { Пунктир — границы отметок.} other {}}{merged, select, yes { Соседние баллы объединены так, чтобы малые группы не были видны.} other {}}',
  'portrait.distribution.enough': 'Работ не меньше {enough, number}: о форме распределения можно судить.',
  'portrait.distribution.roughly':
    'Работ меньше {enough, number} (n = {n, number}): форма распределения видна лишь приблизительно.',
  'portrait.distribution.little':
    'Малая выборка: работ меньше {roughly, number} (n = {n, number}), о форме распределения судить нельзя.',
  'portrait.distribution.no-scale': 'Шкала отметок этого набора неизвестна, границы не показаны.',
  'portrait.bunching.title': 'Скопления у границ отметок',
  'portrait.bunching.explained-municipality':
    'Скопление по всему муниципалитету — вывод о том, как в нём проверяют, а не об отдельной школе. Сравнивать надо с долей региона, а не с половиной.',
  'portrait.bunching.explained-region':
    'Скопление по всему региону — вывод о том, как в нём проверяют, а не об отдельной школе.',

  'portrait.tasks.recommendation':
    'Рекомендация {year} года (известна нам по пересказу, это не норма): базовый уровень — достаточно от {baseEnough, number, ::percent .#} баллов, недостаточно ниже {baseLow, number, ::percent .#}; повышенный и высокий — достаточно от {advancedEnough, number, ::percent .#}, недостаточно ниже {advancedLow, number, ::percent .#}. Между ними — присмотреться.',
  'portrait.tasks.none': 'Заданий показать нельзя: протоколы без баллов по заданиям, или работ слишком мало.',
  'portrait.tasks.no-levels': 'Уровни заданий этого набора неизвестны, рекомендация к нему неприменима.',
  'portrait.tasks.small':
    'Малая выборка: {n, plural, one {# работа} few {# работы} many {# работ} other {# работы}}. Один ученик меняет долю на несколько процентных пунктов.',
  'portrait.tasks.title-school': 'Задания от лёгких к трудным: школа минус регион',
  'portrait.tasks.title-municipality': 'Задания от лёгких к трудным: муниципалитет минус регион',
  'portrait.tasks.description':
    'Разница долей набранных баллов и её интервал 95 %, n = {n, number}. Ноль — как в регионе.{levels, select, yes { Под номером задания — его уровень.} other {}}{low, select, yes { Ромб — набрано меньше порога рекомендации {year} года.} other {}}',
  'portrait.tasks.enough': 'достаточно',
  'portrait.tasks.between': 'присмотреться',
  'portrait.tasks.insufficient': 'недостаточно',

  'portrait.journal.title': 'Отметки за работу и отметки в журнале',
  'portrait.journal.none': 'Сопоставить не с чем: в данных нет отметок по журналу или шкалы отметок.',
  'portrait.journal.explained':
    'Понизили — отметка за работу ниже, чем в журнале; повысили — выше. |Δ| ≥ 2 — отметки расходятся на две и больше. Причины бывают разные: журнал учитывает весь год, работа — один день.',
  'portrait.agreement.title': 'Согласие внешней отметки с внутренней по школам',
  'portrait.agreement.explained':
    'Ранговая корреляция (r Спирмена) отметки в журнале и первичного балла внутри школы, сводка по школам, где пар не меньше {least, number}. Единица — полное согласие порядка, ноль — никакого.',
  'portrait.cohort.title': 'Одна параллель в два года',
  'portrait.cohort.none': 'Двух лет одной параллели в данных нет.',
  'portrait.cohort.explained':
    'K — доля максимума в прошлой работе, делённая на долю в этой: меньше единицы — рост, больше — падение. Сравнивается с обычными пределами по школам региона. Протоколы не связывают учеников между годами.',
  'portrait.external.title': 'ВПР и экзамены (ОГЭ, ЕГЭ)',
  'portrait.external.none': 'Экзаменов, с которыми можно сопоставить ВПР этой школы, в расчёте нет.',
  'portrait.external.usual': 'ВПР не расходятся с экзаменами больше, чем обычно бывает.',
  'portrait.external.not-compared':
    'Экзамены в расчёте есть, но сопоставить с ними ВПР этой школы нельзя: экзаменов школы нет или работ слишком мало.',
  'portrait.external.explained':
    'Отклонение — насколько результат ВПР выше обещанного экзаменом, в обычных разбросах школ: у 95 % школ от −2 до 2. Экзамен писали, как правило, другие ученики.',

  'portrait.source.official': 'методика 2019 года',
  'portrait.source.own': 'собственный признак',
  'portrait.signals.title': 'Признаки и ответы',
  'portrait.signals.explained':
    'Признак — вопрос к результату, а не ответ о школе; у него бывают безобидные причины. Рядом с каждым стоит, как обстоит дело с ответом школы.',
  'portrait.signals.none': 'Признаков, требующих анализа, нет.',
  'portrait.signals.not-public': 'Признаки и ответы школ не публикуются.',
  'portrait.signals.hidden':
    'Признак по малому числу работ (меньше {least, number}): подробности видят школа и аналитик региона.',
  'portrait.signals.all-sets': 'Школа в целом',
  'portrait.signals.official':
    'По методике 2019 года отмечено {count, plural, one {# школа} few {# школы} many {# школ} other {# школы}} (всего школ: {schools, number}).',
  'portrait.signals.own':
    'Собственный признак есть у {count, plural, one {# школы} few {# школ} many {# школ} other {# школы}} (всего школ: {schools, number}).',
  'portrait.signals.expected-false':
    'Из отмеченных собственным признаком случайных ожидается около {expected, number, ::.0}; допущено не больше {budget, number} на 100 добросовестных школ.',
  'portrait.signals.no-reply-here': 'сведений нет: расчёт сделан без службы',
  'portrait.signals.degree':
    'Степень необычности {degree} по всем наборам и каналам вместе (0 — обычная школа, из добросовестных у 95 % она меньше 1,6).',
  'portrait.signals.seen': '{title} ({where}): {sentence}',
  'portrait.federal.title': 'Федеральный перечень по годам',
  'portrait.federal.none': 'В загруженных федеральных перечнях школы нет, или перечни не загружены.',
  'portrait.federal.none-territory':
    'В загруженных федеральных перечнях школ этой территории нет, или перечни не загружены.',
  'portrait.federal.not-named': 'не названа',
  'portrait.federal.explained':
    'Перечень составляет федеральный организатор; как он считает маркеры, не опубликовано. Здесь это чужое сведение, отдельное от собственных расчётов.',

  'portrait.conduct.none':
    'О проведении процедур (наблюдателях, видеонаблюдении, проверке) сказать нечего: этой части продукта ещё нет.',
  'portrait.measures.unknown': 'О мерах сведений нет: расчёт сделан без службы.',
  'portrait.measures.none-school': 'В утверждённых планах школы мер нет.',
  'portrait.measures.none-municipality': 'В утверждённых планах муниципалитета и его школ мер нет.',
  'portrait.measures.none-region': 'В утверждённых планах региона и его школ мер нет.',
  'portrait.measures.explained':
    'Меры утверждённых и завершённых планов; проекты планов не считаются. Принята — исполнение подтверждено и принято уровнем выше.',
  'portrait.measures.title': 'Меры по состоянию',
  'portrait.measures.all': 'Всего',
  'portrait.measures.addressed': 'Адресные меры в ответ на признаки',
  'portrait.measures.none-addressed': 'Адресных мер в ответ на признаки в собственном плане нет.',
  'portrait.measures.addressed-below':
    'Адресных мер в ответ на признаки в планах школ: {count, number}, из них приняты: {accepted, number}.',
  'portrait.measures.open-term': 'без дня',
  'portrait.measures.late': '{state}, срок прошёл',

  'portrait.schools.title': 'Школы и состояние ответов',
  'portrait.schools.not-shown': 'Список школ в этом портрете не показан: он не для публикации.',
  'portrait.schools.explained':
    'По названиям, не по величине признака. Рядом с каждым признаком стоит, как обстоит дело с ответом. Работы посчитаны по тем наборам, где число работ школы можно показать.',
  'portrait.schools.sign': '{set} ({source}) — {reply}',

  'portrait.notes.groups': 'С кем сравнивается',
  'portrait.notes.groups-school':
    'Регион и муниципалитет — все школы с работами в том же наборе, вместе с этой школой. Похожие школы — того же вида и той же местности по реестру, тоже вместе с ней.',
  'portrait.notes.groups-territory':
    'Регион и муниципалитет — все школы с работами в том же наборе. Школы, которых нет в реестре, входят в регион, но ни в один муниципалитет.',
  'portrait.notes.interval':
    'Интервал 95 % среднего балла — как в методике 2019 года: среднее ± {factor, number, ::.00}·s/√n по работам. Обычных различий между школами он не учитывает; для них служат пределы воронки.',
  'portrait.notes.fifths':
    'Пятая часть названа, где у школы не меньше {least, number} работ: среди школ региона, у которых работ столько же или больше.',
  'portrait.notes.small': 'Малые числа',
  'portrait.notes.small-sample':
    'Меньше {least, plural, one {# работы} few {# работ} many {# работ} other {# работы}} — малая выборка: один ученик заметно меняет число.',
  'portrait.notes.own-cells':
    'Свои числа школа видит полностью. «Мало» стоит там, где за числом группы — меньше {schools, plural, one {# школы} few {# школ} many {# школ} other {# школы}} или, без этой школы, меньше {least, plural, one {# работы} few {# работ} many {# работ} other {# работы}}: это были бы результаты другой школы.',
  'portrait.notes.hidden-cells':
    '«Мало» стоит там, где за числом — меньше {least, plural, one {# работы} few {# работ} many {# работ} other {# работы}} или, в группе школ, меньше {schools, plural, one {# школы} few {# школ} many {# школ} other {# школы}}, а также там, где такое число можно было бы получить вычитанием.',
  'portrait.notes.source': 'Откуда пороги',
  'portrait.notes.recommendations':
    'Пороги выполнения заданий, рост доли «2» и |Δ| ≥ 2 взяты из рекомендаций для школ {year} года по пересказу; самого документа у нас нет. Это рекомендация, не норма.',
  'portrait.notes.definition': '{title}. {text}',
  'portrait.notes.glossary': 'Как это посчитано',
}

export default texts
