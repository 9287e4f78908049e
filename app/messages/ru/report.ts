import type { Catalogue } from '../format.ts'

const texts: Catalogue = {
  'report.title': 'Признаки необъективности: {region}',
  'report.lead':
    '{works, plural, one {# работа} few {# работы} many {# работ} other {# работы}}, {schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}}, {sets, plural, one {# набор} few {# набора} many {# наборов} other {# набора}}. Хотя бы один из 14 признаков методики 2019 года есть у {marked, plural, one {# школы} few {# школ} many {# школ} other {# школы}}.',
  'report.preface.sign':
    'Признак — это вопрос к результату, а не ответ о школе. У него бывают безобидные причины, и они перечислены рядом. Школа имеет право ответить прежде, чем будет сделан вывод.',
  'report.preface.replies':
    'Состояние ответов школ — на {day}; оно стоит у каждого признака. Числа отчёта заморожены, ответы идут своим чередом: перед разговором посмотрите признак в программе.',
  'report.preface.no-replies':
    'Отчёт сделан командой. Запрошены ли у школ пояснения и что школы ответили, команда не знает: это видно в программе.',
  'report.reply': 'Ответ школы: {reply}',
  'report.reply.title': 'Ответ школы',
  'report.preface.limits':
    'Результаты ВПР не используются для мер против учителей и руководителей. Этот отчёт не предназначен для публикации.',

  'report.run.title': 'Как сделан расчёт',
  'report.run.method': 'Метод',
  'report.run.method-2019': 'Методика 2019 года; отдельно — собственные описательные показатели',
  'report.run.version': 'Версия расчёта',
  'report.run.createdAt': 'Когда',
  'report.run.dataHash': 'Хеш данных (SHA-256)',
  'report.run.parameters': 'Параметры и пороги',
  'report.run.files': 'Файлы',
  'report.run.file':
    '{file}: {rows, plural, one {# строка} few {# строки} many {# строк} other {# строки}}, {works, plural, one {# работа} few {# работы} many {# работ} other {# работы}}',
  'report.run.notes': 'Обратите внимание',

  'report.parameter.notAttempted': '«X» (не приступал)',
  'report.parameter.notTaught': '«не пройд.»',
  'report.parameter.absentInPart': 'отсутствовал на одной из частей работы',
  'report.parameter.totalAboveMaximum': 'балл выше максимального',
  'report.parameter.budget': 'ложных сигналов на 100 добросовестных школ, не больше',
  'report.parameter.coverageFactor': 'множитель доверительного интервала (высокий средний балл)',
  'report.parameter.minimumPairs': 'пар для коэффициента Спирмена, не меньше',
  'report.parameter.fenceFactor': 'ширина обычных пределов параллели, IQR',
  'report.parameter.quantileType': 'тип квартилей (линейная интерполяция)',
  'report.parameter.smallSample': 'малая выборка, работ меньше',
  'report.parameter.funnelLimit': 'внутренние пределы воронки, %',
  'report.parameter.funnelOuterLimit': 'внешние пределы воронки, %',
  'report.parameter.methods': 'версии методов',
  'report.parameter-value.zero': 'ноль баллов',
  'report.parameter-value.missing': 'нет данных',
  'report.parameter-value.leave-maximum': 'задание выходит из максимума ученика',
  'report.parameter-value.excluded': 'не учитывается',

  'report.contents': 'Содержание',
  'report.index.title': 'Индекс территории',
  'report.index.explained':
    'Индекс — 100 минус доля школ, у которых есть хотя бы один из признаков методики. Признаков, которые позволили посчитать данные: {signs}. Индексы с разным числом признаков не сравнивают; в территории из нескольких школ одна школа меняет индекс на десятки пунктов.',
  'report.index.signs-of-year': '{year} — {signs} из 14',
  'report.index.unit': 'Территория',
  'report.index.year': 'Год',
  'report.index.schools': 'Школ',
  'report.index.marked': 'С признаком',
  'report.index.index': 'Индекс',
  'report.index.none': 'нет данных',
  'report.index.municipalities': 'Муниципалитеты ({count, number})',

  'report.dirt.title': 'Что встретилось в файлах',
  'report.dirt.explained':
    'Ничто из этого не остановило расчёт. Строки, которые не учтены, перечислены в signals.xlsx на листе «Исключено».',
  'report.dirt.kind': 'Что',
  'report.dirt.count': 'Сколько',
  'report.dirt.done': 'Что сделано',
  'report.dirt.examples': 'Примеры',
  'report.dirt.example': '{file}: {sheet}, строка {row}, столбец {column}: «{value}»',
  'report.dirt.none': 'Ничего необычного.',

  'report.set.lead':
    '{works, plural, one {# работа} few {# работы} many {# работ} other {# работы}}, {schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}}. Средний балл {mean, number, ::.00} из {max} (границы региона от {lower, number, ::.00} до {upper, number, ::.00}). Отсутствовали {absent, number}, не учтены по другим причинам {excluded, number}.',
  'report.set.journal':
    'Отметка за работу ниже отметки в журнале у {lowered, number, ::percent .0} работ, такая же у {confirmed, number, ::percent .0}, выше у {raised, number, ::percent .0}; на две отметки и больше расходятся {far, number, ::percent .0} (n = {n, number}). Согласие с журналом (κ Коэна с квадратичными весами) — {kappa}.',
  'report.set.empty': 'Ни одной работы, которую можно учесть.',
  'report.set.reliability':
    'Надёжность работы (альфа Кронбаха): {alpha, number, ::.00}. Чем она ниже, тем больше случайного в балле отдельного ученика.',

  'report.funnel.title':
    '{outside, plural, =0 {За пределами 99,8 % нет ни одной школы} one {За пределами 99,8 % — # школа из {schools}} few {За пределами 99,8 % — # школы из {schools}} many {За пределами 99,8 % — # школ из {schools}} other {За пределами 99,8 % — # школы из {schools}}}',
  'report.funnel.description':
    'Средний балл школы и число работ в ней. Полоса — пределы 99,8 %, пунктир — 95 %, с учётом обычных различий между школами (стандартное отклонение {tau, number, ::.0#} балла). Ромбы — школы, отмеченные по формуле методики 2019 года: {marked, number}; из них внутри пределов 95 % — {inside, number}.',
  'report.funnel.description-plain':
    'Средний балл школы и число работ в ней. Пределы построить не из чего. Ромбы — школы, отмеченные по формуле методики 2019 года: {marked, number}.',
  'report.funnel.territory': 'Регион',
  'report.funnel.x': 'работ в школе (логарифмическая шкала)',
  'report.funnel.y': 'средний балл',
  'report.funnel.point': '{name}: {mean, number, ::.00}, n = {n, number}',

  'report.distribution.title-bunching':
    'Работ с {score, plural, one {# баллом} other {# баллами}} больше, чем с {below, number}, в {ratio, number, ::.0} раза',
  'report.distribution.title-plain': 'Резких скоплений у границ отметок нет',
  'report.distribution.title-no-scale': 'Распределение первичных баллов',
  'report.distribution.description':
    'Доля работ региона с каждым первичным баллом, n = {n, number}. Пунктир — границы отметок. Скопление у границы по всему региону — вывод о регионе, а не об отдельной школе.',
  'report.distribution.description-no-scale':
    'Доля работ региона с каждым первичным баллом, n = {n, number}. Границы отметок неизвестны.',
  'report.distribution.x': 'первичный балл',
  'report.distribution.y': 'доля работ',

  'report.tasks.title':
    'От «{easy}» ({easyShare, number, ::percent .}) до «{hard}» ({hardShare, number, ::percent .}): задания по трудности',
  'report.tasks.description':
    'Доля набранных баллов от возможных по заданиям, от лёгкого к трудному; под номером — уровень (Б, П, В). Регион, n = {n, number}.',
  'report.tasks.x': 'задание',
  'report.tasks.y': 'доля баллов',

  'report.table.title': 'Показатели школ',
  'report.table.caption':
    'Слева методика 2019 года, справа описательные показатели: они не откалиброваны и никого не отмечают. В скобках — интервал 95 %.',
  'report.table.marked': 'Отмечены по формулам методики 2019 года',
  'report.table.others': 'Остальные школы ({count, number})',
  'report.table.school': 'Школа',
  'report.table.municipality': 'Муниципалитет',
  'report.table.n': 'Работ',
  'report.table.mean': 'Средний балл',
  'report.table.rank': 'r с журналом',
  'report.table.bunching': 'У границ: на границе / регион',
  'report.table.gap': 'Ниже журнала / регион',
  'report.table.inversion': 'Наклон профиля',
  'report.table.sign': 'признак',
  'report.table.none': 'Ни одна школа не отмечена.',
  'report.cohort.title': 'Одна параллель: {subject}, {before} → {after}',
  'report.cohort.lead':
    'Сравнены {schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}}. Обычные пределы отношения от {lower, number, ::.00} до {upper, number, ::.00}; за ними {marked, plural, =0 {нет ни одной школы} one {# школа} few {# школы} many {# школ} other {# школы}}.',
  'report.cohort.grade-year': '{grade} класс {year}',

  'report.schools.title': 'Школы, которые стоит спросить',
  'report.schools.lead':
    'По муниципалитетам и названиям, не по величине признака. Каждая запись — предложение попросить пояснение, а не вывод.{outside, plural, =0 {} one { У # школы признак посчитан по формуле методики, но в её 14 признаков не входит и на индекс не влияет.} few { У # школ признак посчитан по формуле методики, но в её 14 признаков не входит и на индекс не влияет.} many { У # школ признак посчитан по формуле методики, но в её 14 признаков не входит и на индекс не влияет.} other { У # школы признак посчитан по формуле методики, но в её 14 признаков не входит и на индекс не влияет.}}',
  'report.schools.none': 'Ни у одной школы нет признаков, посчитанных по методике 2019 года.',
  'report.school.unregistered': 'Школы нет в реестре',
  'report.own.boundary': '«{mark}»: {below, number} → {at, number} (p {p}; ½: p {neutral})',
  'report.own.journal':
    'понизили {lowered, number}, подтвердили {confirmed, number}, повысили {raised, number}; |Δ| ≥ 2: {far, number}; κ {kappa}',
  'report.own.margins': 'набор отметок: p {p}',
  'report.own.sets': 'Набор',
  'report.own.value': 'Значение',
  'report.own.interval': 'Интервал 95 %',
  'report.own.reference': 'Регион',
  'report.school.own-title': 'Описательные показатели, не откалиброваны',
  'report.marker.numbers': 'n = {n, number} · значение {value} · {interval}сравнивается с {reference}',
  'report.marker.interval': 'интервал от {lower} до {upper} · ',
  'report.marker.fences': 'обычные пределы от {lower} до {upper} · ',
  'report.marker.innocent': 'Безобидные причины, которые могут подойти',
  'report.marker.confirm': 'Что подтвердило бы',
  'report.marker.refute': 'Что сняло бы вопрос',
  'report.marker.outside': 'не входит в 14 признаков, в индекс не идёт',
  'report.figure.school-title': 'Средний балл школы {school, number, ::.00}, региона {region, number, ::.00}',
  'report.figure.school-description':
    'Столбцы — школа (n = {n, number}), серая область — регион, доли работ по баллам. Пунктир — границы отметок.',
  'report.figure.school-description-no-scale':
    'Столбцы — школа (n = {n, number}), серая область — регион, доли работ по баллам.',
  'report.figure.profile-title': 'Задания от лёгких к трудным: школа минус регион',
  'report.figure.profile-description':
    'Разница долей набранных баллов и её интервал 95 %, n = {n, number}. Ноль — как в регионе.',
  'report.figure.profile-x': 'задания, трудные — справа',
  'report.figure.crosstab-title': 'Отметка в журнале и балл за работу',
  'report.figure.crosstab-description': 'Площадь круга — число работ, n = {n, number}.',
  'report.figure.crosstab-y': 'отметка',
  'report.figure.cohort-title': 'Отношение двух результатов: эта школа и остальные',
  'report.figure.cohort-description':
    'Ромб — школа, чёрточки — остальные школы региона. Полоса — обычные пределы от {lower, number, ::.00} до {upper, number, ::.00}.',
  'report.figure.cohort-x': 'отношение: прошлая работа / эта работа',
  'report.figure.cohort-rise': 'резкий рост',
  'report.figure.cohort-fall': 'резкое падение',
  'report.method.source': 'Источник',
  'report.definitions.title': 'Как это посчитано',
  'report.definitions.p':
    'p — вероятность: как часто такое или более необычное значение встретилось бы в обычной школе региона. Это не вероятность того, что в школе что-то нарушено.',
  'report.definitions.q':
    'q — p с поправкой на то, что школ много (Бенджамини — Хохберг). Если запросить пояснения у всех школ с q ≤ 0,05, случайными среди них окажутся в среднем не больше 5 %.',
  'report.definitions.how.high-mean':
    'Средний балл школы m работ с интервалом ± 1,96·s/√m, где s — разброс баллов в школе. Отмечается, если нижняя граница школы выше верхней границы региона. Метод не учитывает обычных различий между школами, поэтому рядом стоит воронка.',
  'report.definitions.how.journal-mismatch':
    'Ранговая корреляция отметки в журнале и первичного балла внутри школы, r = 1 − 6Σd²/(n(n² − 1)), средние ранги для равных значений, не меньше трёх пар. Отмечается, если r меньше нуля.',
  'report.definitions.how.cohort-rise':
    'K — средняя доля максимума в прошлой работе, делённая на долю в этой у той же параллели. Состав учеников не сверяется: протоколы не связывают их. Отмечается, если K ниже Q1 − 3·IQR по школам.',
  'report.definitions.how.cohort-fall':
    'K — средняя доля максимума в прошлой работе, делённая на долю в этой у той же параллели. Состав учеников не сверяется: протоколы не связывают их. Отмечается, если K выше Q3 + 3·IQR по школам.',
  'report.definitions.how.boundary-bunching':
    'Сколько работ набрали ровно первый балл отметки и сколько — на балл меньше, по всем границам вместе, против доли по региону (точный биномиальный критерий). Под строкой школы — каждая граница: «3»: 4 → 12 значит, что до «3» не хватило балла четырём работам, а двенадцать её едва достигли; первое p — против доли по региону, второе — против равных долей. О школе говорит только первое.',
  'report.definitions.how.task-inversion':
    'На сколько преимущество школы перед регионом растёт на одно стандартное отклонение трудности задания. Обычные различия между школами (τ²) учтены и в p, и в интервале. Профиль нарисован там, где p < 0,05.',
  'report.definitions.how.journal-gap':
    'Доля работ, отметка за которые ниже отметки в журнале, против доли по региону. Школы ведут журнал по-разному; эти обычные различия учтены и в p, и в интервале (бета-биномиальное распределение). Под строкой школы: сколько отметок работа понизила, подтвердила и повысила, сколько расходится на две и больше (|Δ| ≥ 2), κ — согласие (1 — полное, 0 — как при случайном совпадении) и p критерия Стюарта — Максвелла: одинаков ли набор отметок в журнале и за работу.',
  'report.definitions.how.funnel':
    'Пределы для средних баллов школ: регион ± z·√(σ²/n + τ²). σ² — разброс внутри школ, τ² — обычный разброс между школами сверх случайности.',
  'report.definitions.how.reliability': 'Альфа Кронбаха по работам, в которых читаются все задания.',
  'report.definitions.how.task-profile': 'Доля набранных баллов от возможных по каждому заданию.',
}

export default texts
