import type { Catalogue } from '../format.ts'

const P = '{tiny, select, yes {p < 0,001} other {p = {p, number, ::.000}}}'

const texts: Catalogue = {
  // Titles
  'method.high-mean.title': 'Высокий средний балл',
  'method.journal-mismatch.title': 'Несоответствие отметкам школы',
  'method.cohort-rise.title': 'Резкий рост результатов одной параллели',
  'method.cohort-fall.title': 'Резкое падение результатов одной параллели',
  'method.boundary-bunching.title': 'Скопление работ у границ отметок',
  'method.task-inversion.title': 'Простые задания хуже, трудные лучше',
  'method.journal-gap.title': 'Отметка за работу и отметка по журналу',
  'method.reliability.title': 'Надёжность работы (альфа Кронбаха)',
  'method.funnel.title': 'Воронка средних баллов',
  'method.task-profile.title': 'Профиль заданий',

  // What a finding says
  'method.high-mean.marked':
    'Средний балл {mean, number, ::.0#} (n = {n, number}; от {lower, number, ::.0#} до {upper, number, ::.0#}) выше, чем объясняет случайность выборки: верхняя граница региона {reference, number, ::.0#}.',
  'method.high-mean.marked-equal':
    'У всех работ (n = {n, number}) один и тот же балл, {mean, number, ::.0#}. Разброса нет, и о случайности судить не по чему; по букве методики это признак, потому что балл выше верхней границы региона {reference, number, ::.0#}.',
  'method.high-mean.not-marked':
    'Средний балл {mean, number, ::.0#} (n = {n, number}; от {lower, number, ::.0#} до {upper, number, ::.0#}); верхняя граница региона {reference, number, ::.0#} не превышена.',
  'method.high-mean.no-interval':
    'Средний балл {mean, number, ::.0#} (n = {n, number}). Интервал построить не из чего, признак не определяется.',
  'method.journal-mismatch.marked':
    'Порядок учеников по журналу и по баллу скорее обратный: ранговая корреляция {value, number, ::.00#} (n = {n, number}), с поправкой на одинаковые значения {tieCorrected, number, ::.00#}. Признак — любое значение меньше нуля.',
  'method.journal-mismatch.not-marked':
    'Отметки в журнале не противоречат баллам за работу: ранговая корреляция {value, number, ::.00#} (n = {n, number}), не меньше нуля.',
  'method.journal-mismatch.no-value':
    'Сравнить отметки в журнале с баллами нельзя: и то и другое есть только у {n, plural, one {# работы} few {# работ} many {# работ} other {# работы}}, а нужно не меньше трёх.',
  'method.cohort-rise.marked':
    'В прошлой работе параллель набрала {before, number, ::percent .0} возможных баллов (n = {worksBefore, number}), в этой — {after, number, ::percent .0} (n = {worksAfter, number}). Отношение {value, number, ::.00#} ниже границы {reference, number, ::.00#}, за которой рост по сравнению с другими школами считается резким.',
  'method.cohort-rise.not-marked':
    'В прошлой работе параллель набрала {before, number, ::percent .0} возможных баллов (n = {worksBefore, number}), в этой — {after, number, ::percent .0} (n = {worksAfter, number}). Отношение {value, number, ::.00#} не ниже границы {reference, number, ::.00#}: резкого роста нет.',
  'method.cohort-rise.no-value':
    'Сравнить две работы нельзя: в прошлой параллель набрала {before, number, ::percent .0} возможных баллов (n = {worksBefore, number}), в этой — {after, number, ::percent .0} (n = {worksAfter, number}).',
  'method.cohort-fall.marked':
    'В прошлой работе параллель набрала {before, number, ::percent .0} возможных баллов (n = {worksBefore, number}), в этой — {after, number, ::percent .0} (n = {worksAfter, number}). Отношение {value, number, ::.00#} выше границы {reference, number, ::.00#}, за которой падение по сравнению с другими школами считается резким.',
  'method.cohort-fall.not-marked':
    'В прошлой работе параллель набрала {before, number, ::percent .0} возможных баллов (n = {worksBefore, number}), в этой — {after, number, ::percent .0} (n = {worksAfter, number}). Отношение {value, number, ::.00#} не выше границы {reference, number, ::.00#}: резкого падения нет.',
  'method.cohort-fall.no-value':
    'Сравнить две работы нельзя: в прошлой параллель набрала {before, number, ::percent .0} возможных баллов (n = {worksBefore, number}), в этой — {after, number, ::percent .0} (n = {worksAfter, number}).',
  'method.boundary-bunching.finding': `Работ, которым до границы отметки не хватило одного балла или которые её едва достигли, — {n, number}. Границы достигли {value, number, ::percent .0} из них (от {lower, number, ::percent .0} до {upper, number, ::percent .0}), по региону на тех же баллах — {reference, number, ::percent .0}. Вероятность такой или большей доли в школе, похожей на регион: ${P}.`,
  'method.task-inversion.harder-better': `Чем труднее задание, тем лучше школа справляется с ним по сравнению с регионом: на каждую ступень трудности (одно стандартное отклонение) разница растёт на {value, number, ::percent .0} от максимума (n = {n, number}; с учётом обычных различий между школами от {lower, number, ::percent .0} до {upper, number, ::percent .0}). Вероятность такого или большего роста в обычной школе: ${P}.`,
  'method.task-inversion.no-sign': `С трудными заданиями школа справляется по сравнению с регионом не лучше, чем с простыми: на каждую ступень трудности (одно стандартное отклонение) разница меняется на {value, number, ::percent .0} от максимума (n = {n, number}; с учётом обычных различий между школами от {lower, number, ::percent .0} до {upper, number, ::percent .0}). Вероятность такого или большего значения в обычной школе: ${P}.`,
  'method.task-inversion.no-value':
    'Профиль заданий (n = {n, number}) не с чем сравнить: внутри школ региона результаты по заданиям не различаются.',
  'method.journal-gap.finding': `Отметка за работу ниже отметки в журнале у {lowered, number} из {n, number} ({value, number, ::percent .0}; с учётом обычных различий между школами от {lower, number, ::percent .0} до {upper, number, ::percent .0}), по региону — у {reference, number, ::percent .0}. На две отметки и больше {far, plural, =0 {не расходится ни одна работа} one {расходится # работа} few {расходятся # работы} many {расходятся # работ} other {расходятся # работы}}. Вероятность такой или большей доли в обычной школе региона: ${P}.`,

  // Notes beside a number
  'note.small-sample':
    'Малая выборка: {n, plural, one {# работа} few {# работы} many {# работ} other {# работы}}.',
  'note.single-work': 'Одна работа: интервала нет, признак не определяется.',
  'note.zero-spread':
    'Все работы ({n, number}) получили один и тот же балл, интервал нулевой ширины. Признак определён по букве методики.',
  'note.too-few-pairs':
    'Отметка в журнале и балл известны только для {n, plural, one {# работы} few {# работ} many {# работ} other {# работы}}; коэффициент считается от трёх.',
  'note.constant-marks':
    'Все отметки в журнале одинаковы: связи с баллами не может быть видно. Коэффициент вычислен по букве методики.',
  'note.constant-totals':
    'Все баллы за работу одинаковы: связи с отметками не может быть видно. Коэффициент вычислен по букве методики.',
  'note.boundary-left-out':
    'Граница отметки «{mark}» не учтена: она отстоит от предыдущей на один балл, и одни и те же работы считались бы дважды.',
  'note.zero-result':
    'Во второй работе не набрано ни одного балла, отношения двух результатов не существует.',
  'note.tasks-missing':
    'Без {tasks, plural, one {# задания} few {# заданий} many {# заданий} other {# задания}}: данных по ним в школе нет.',
  'note.no-task-variance': 'Обычный разброс по заданиям неизвестен, вероятность не вычислена.',

  // What a method needs
  'need.totals': 'первичные баллы',
  'need.journal': 'отметки по журналу',
  'need.scale': 'шкала перевода баллов в отметки',
  'need.tasks': 'баллы за отдельные задания',
  'need.two-years': 'работы той же параллели годом раньше',

  // Innocent causes
  'innocent.ordinary-difference':
    'Обычные различия между школами. Граница региона учитывает только случайность выборки, и её переходит заметная доля школ.',
  'innocent.gymnasium': 'Гимназия, лицей или школа с углублённым изучением предмета.',
  'innocent.small-class': 'Маленький класс: несколько учеников меняют весь результат.',
  'innocent.strong-cohort': 'Сильный набор именно этого года.',
  'innocent.self-selection': 'Работу писали не все: слабые ученики болели или отсутствовали.',
  'innocent.equal-marks': 'В журнале почти у всех одинаковые отметки, и порядок учеников по ним случаен.',
  'innocent.journal-other-content':
    'Отметка в журнале — за другой период и другие темы, чем проверяет работа.',
  'innocent.journal-rewards-effort':
    'Отметка в журнале учитывает старание, домашние задания и устные ответы.',
  'innocent.shifted-columns': 'Опечатка или сдвиг столбцов при заполнении протокола.',
  'innocent.different-pupils':
    'Между двумя работами сменился состав параллели: переходы, слияние или разделение классов.',
  'innocent.new-teacher': 'Сменился учитель или программа.',
  'innocent.different-paper': 'Две работы проверяют разное или проходили в разных условиях.',
  'innocent.benefit-of-doubt':
    'Когда не хватает одного балла, проверяющие толкуют сомнения в пользу ученика.',
  'innocent.one-marker': 'Все работы проверял один человек со своей привычкой оценивать.',
  'innocent.ability-at-boundary': 'Уровень класса пришёлся как раз на границу отметки.',
  'innocent.topic-just-revised': 'Тему трудных заданий недавно повторяли, а простых — давно.',
  'innocent.no-room-above': 'Сильной школе в простых заданиях некуда быть лучше региона.',
  'innocent.one-teacher': 'Один учитель ведёт все классы, и его манера видна во всех работах.',

  // What would confirm the sign
  'confirm.remark-sample': 'Перепроверка нескольких случайно взятых работ даёт заметно меньше баллов.',
  'confirm.final-exam-lower': 'На ОГЭ и ЕГЭ результаты школы обычны для региона или ниже.',
  'confirm.other-signs': 'У тех же классов видны и другие признаки.',
  'confirm.journal-review': 'В журнале отметки не подкреплены работами за тот же период.',
  'confirm.remark-upper-grade': 'Перепроверка второй работы даёт заметно меньше баллов.',
  'confirm.remark-lower-grade': 'Перепроверка первой работы даёт заметно меньше баллов.',
  'confirm.remark-boundary': 'После перепроверки часть работ, едва достигших границы, оказывается ниже неё.',
  'confirm.corrections-in-works': 'Исправления сделаны как раз в работах у границы.',
  'confirm.remark-hard-tasks': 'Перепроверка трудных заданий даёт заметно меньше баллов.',
  'confirm.alike-answers': 'Развёрнутые ответы на трудные задания в классе почти дословно совпадают.',
  'confirm.several-subjects': 'То же видно по другим предметам этого класса.',

  // What would refute it
  'refute.controlled-procedure': 'Похожий результат получен в работе с независимыми наблюдателями.',
  'refute.final-exam-agrees': 'Высокий результат подтверждают ОГЭ и ЕГЭ тех же лет.',
  'refute.several-years': 'Так бывает у школы из года в год, и перепроверка прежних работ это подтвердила.',
  'refute.protocol-slip': 'В протоколе найдена опечатка; после исправления противоречия нет.',
  'refute.cohort-changed': 'Состав параллели между двумя работами изменился больше чем на треть.',
  'refute.next-year-holds': 'Новый уровень сохранился в следующем году.',
  'refute.remark-agrees': 'Перепроверка оставляет работы у границы на своих баллах.',
  'refute.other-subjects-even': 'В других предметах этой школы скопления нет.',
  'refute.lesson-plan': 'Из плана уроков видно, что тему трудных заданий разбирали незадолго до работы.',
  'refute.same-profile-controlled': 'Тот же профиль заданий виден в работе с независимыми наблюдателями.',
  'refute.school-own-scale': 'В школе принята своя, более мягкая шкала текущих отметок, и она известна.',

  // Sources
  'source.method-2019.high-mean':
    'Методика расчёта показателя «Уровень объективности оценки образовательных результатов в субъекте РФ», 2019, этап 1, признаки 1–6.',
  'source.method-2019.journal-mismatch':
    'Методика расчёта показателя «Уровень объективности оценки образовательных результатов в субъекте РФ», 2019, этап 1, признаки 7–10.',
  'source.method-2019.cohort-rise':
    'Методика расчёта показателя «Уровень объективности оценки образовательных результатов в субъекте РФ», 2019, этап 1, признаки 11–12.',
  'source.method-2019.cohort-fall':
    'Методика расчёта показателя «Уровень объективности оценки образовательных результатов в субъекте РФ», 2019, этап 1, признаки 13–14.',
  'source.regulator-2017':
    'Публичные разъяснения Рособрнадзора о признаках необъективности ВПР, 2017 (по сообщениям прессы).',
  'source.hyndman-fan-1996':
    'Hyndman R. J., Fan Y. Sample quantiles in statistical packages. The American Statistician, 1996, 50, 361–365 (тип 7).',
  'source.clopper-pearson-1934':
    'Clopper C. J., Pearson E. S. The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika, 1934, 26, 404–413.',
  'source.kleinman-1973':
    'Kleinman J. C. Proportions with extraneous variance: single and independent samples. Journal of the American Statistical Association, 1973, 68, 46–54.',
  'source.wilson-1927':
    'Wilson E. B. Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association, 1927, 22, 209–212.',
  'source.cohen-1968': 'Cohen J. Weighted kappa. Psychological Bulletin, 1968, 70, 213–220.',
  'source.stuart-1955':
    'Stuart A. A test for homogeneity of the marginal distributions in a two-way classification. Biometrika, 1955, 42, 412–416.',
  'source.maxwell-1970':
    'Maxwell A. E. Comparing the classification of subjects by two independent judges. British Journal of Psychiatry, 1970, 116, 651–655.',
  'source.dersimonian-laird-1986':
    'DerSimonian R., Laird N. Meta-analysis in clinical trials. Controlled Clinical Trials, 1986, 7, 177–188.',
  'source.spiegelhalter-2005-funnel':
    'Spiegelhalter D. J. Funnel plots for comparing institutional performance. Statistics in Medicine, 2005, 24, 1185–1202.',
  'source.spiegelhalter-2005-overdispersion':
    'Spiegelhalter D. J. Handling over-dispersion of performance indicators. Quality and Safety in Health Care, 2005, 14, 347–351.',
  'source.spiegelhalter-2012':
    'Spiegelhalter D. и др. Statistical methods for healthcare regulation. Journal of the Royal Statistical Society A, 2012, 175, 1–47.',
  'source.benjamini-hochberg-1995':
    'Benjamini Y., Hochberg Y. Controlling the false discovery rate. Journal of the Royal Statistical Society B, 1995, 57, 289–300.',
  'source.cronbach-1951':
    'Cronbach L. J. Coefficient alpha and the internal structure of tests. Psychometrika, 1951, 16, 297–334.',
  'source.own.boundary-bunching':
    'Собственный метод: точный биномиальный критерий на двух баллах у каждой границы относительно доли региона.',
  'source.own.task-inversion':
    'Собственный метод: наклон профиля заданий относительно трудности по региону, с обычным различием между школами.',
}

export default texts
