import type { Catalogue } from '../format.ts'

/** Library of measures: the name of each kind, its words for a plan, and what proves it. */
const texts: Catalogue = {
  'measure-library-term.autumn': 'август – сентябрь',
  'measure-library-term.september': 'сентябрь',
  'measure-library-term.october': 'октябрь',
  'measure-library-term.winter': 'январь – февраль',
  'measure-library-term.spring': 'январь – март',
  'measure-library-term.march': 'март',
  'measure-library-term.summer': 'май – июнь',
  'measure-library-term.june': 'июнь',
  'measure-library-term.year': 'в течение учебного года',
  'measure-library-term.always': 'постоянно',
  'measure-library-term.quarterly': 'ежеквартально',
  'measure-library-term.twice': '2 раза в год',
  'measure-library-term.case': 'по мере выявления признаков',
  'measure-library-term.before-vpr': 'за 2 недели до проведения ВПР',
  'measure-library-term.vpr': 'по графику проведения ВПР',
  'measure-library-term.after-vpr': 'в течение 10 рабочих дней со дня проведения ВПР',
  'measure-library-term.before-ege': 'за 2 недели до проведения ЕГЭ',

  'measure-library.procedure-regulation.title': 'Региональный порядок проведения',
  'measure-library.procedure-regulation.text':
    'Утвердить порядок проведения ВПР в регионе и довести его до муниципалитетов и школ',
  'measure-library.procedure-regulation.evidence': 'Приказ об утверждении порядка',
  'measure-library.checklists.title': 'Чек-листы',
  'measure-library.checklists.text':
    'Составить чек-листы, по которым школа, наблюдатель и муниципалитет проверят честность проведения ВПР',
  'measure-library.checklists.evidence': 'Файлы чек-листов',
  'measure-library.motivating-monitoring.title': 'Мотивирующий мониторинг',
  'measure-library.motivating-monitoring.text':
    'Сверить региональные показатели эффективности с показателями мотивирующего мониторинга и обновить их',
  'measure-library.motivating-monitoring.evidence': 'Приказ с перечнем показателей',
  'measure-library.portraits.title': 'Портреты школ и муниципалитетов',
  'measure-library.portraits.text':
    'Подготовить портреты школ и муниципалитетов, обсудить их с теми, о ком они, и собрать замечания',
  'measure-library.portraits.evidence': 'Портреты и полученные замечания',
  'measure-library.expert-training.title': 'Обучение экспертов и учителей оцениванию',
  'measure-library.expert-training.text':
    'Обучить учителей и экспертов оценивать работы по критериям, в первую очередь из школ с признаками',
  'measure-library.expert-training.evidence': 'Приказ о зачислении и список обученных',
  'measure-library.qualification-system.title': 'Повышение квалификации',
  'measure-library.qualification-system.text':
    'Спланировать повышение квалификации учителей и руководителей по их затруднениям и следить за его прохождением',
  'measure-library.qualification-system.evidence': 'План курсов и справка о его выполнении',

  'measure-library.cause-analysis.title': 'Анализ причин',
  'measure-library.cause-analysis.text':
    'Вместе со школой разобрать, чем объясняется признак: условия проведения, проверка, состав класса, другие причины',
  'measure-library.cause-analysis.evidence': 'Справка о причинах с выводами',
  'measure-library.re-marking.title': 'Выборочная перепроверка',
  'measure-library.re-marking.text':
    'Перепроверить часть работ школы силами учителей, которые в ней не работают, и сравнить баллы',
  'measure-library.re-marking.evidence': 'Справка о перепроверке: сколько работ, сколько баллов изменилось',
  'measure-library.school-observation.title': 'Наблюдение в школе',
  'measure-library.school-observation.text':
    'Направить в школу наблюдателей на дни работ и на время их проверки',
  'measure-library.school-observation.evidence': 'Протоколы наблюдения',
  'measure-library.independent-check.title': 'Независимая проверочная работа',
  'measure-library.independent-check.text':
    'Провести в классах с признаком короткую работу на том же материале под наблюдением и сопоставить итоги',
  'measure-library.independent-check.evidence': 'Справка о сопоставлении двух работ',
  'measure-library.addressed-recommendations.title': 'Адресные рекомендации',
  'measure-library.addressed-recommendations.text':
    'Дать школе рекомендации, которые следуют из её результатов, и договориться о сроке их выполнения',
  'measure-library.addressed-recommendations.evidence': 'Рекомендации, направленные школе',
  'measure-library.low-results-schools.title': 'Помощь школам с низкими результатами',
  'measure-library.low-results-schools.text':
    'Закрепить за школой с низкими результатами куратора и составить с ней план поддержки',
  'measure-library.low-results-schools.evidence': 'План поддержки и справка о его ходе',
  'measure-library.municipal-roadmap.title': 'Муниципальная дорожная карта',
  'measure-library.municipal-roadmap.text':
    'Принять план муниципалитета по объективности оценки, включив в него задания региона',
  'measure-library.municipal-roadmap.evidence': 'Утверждённый план муниципалитета',
  'measure-library.procedure-schedule.title': 'График работ',
  'measure-library.procedure-schedule.text':
    'Согласовать дни и часы работ во всех школах так, чтобы хватило наблюдателей и проверяющих',
  'measure-library.procedure-schedule.evidence': 'Утверждённый график',
  'measure-library.school-recommendations.title': 'Методические рекомендации школам',
  'measure-library.school-recommendations.text':
    'Подготовить для школ краткие рекомендации о том, как провести и проверить работы честно',
  'measure-library.school-recommendations.evidence': 'Текст рекомендаций',
  'measure-library.conduct-control.title': 'Контроль за проведением',
  'measure-library.conduct-control.text':
    'Проверить, как школы соблюдают порядок в дни работ и при их оценивании; начать со школ, у которых есть признаки',
  'measure-library.conduct-control.evidence': 'Справка о проверке',
  'measure-library.commissions.title': 'Независимые предметные комиссии',
  'measure-library.commissions.text':
    'Создать комиссии, в которых работы класса проверяют учителя, не обучающие этот класс',
  'measure-library.commissions.evidence': 'Приказ о составе комиссий',
  'measure-library.observers.title': 'Общественное наблюдение',
  'measure-library.observers.text':
    'Пригласить общественных наблюдателей на работы и их проверку, собрать и обсудить их замечания',
  'measure-library.observers.evidence': 'Протоколы наблюдателей',
  'measure-library.observer-training.title': 'Подготовка наблюдателей',
  'measure-library.observer-training.text':
    'Научить наблюдателей порядку работ и их правам, выдать удостоверения',
  'measure-library.observer-training.evidence': 'Список прошедших подготовку',
  'measure-library.observer-schedule.title': 'График наблюдателей',
  'measure-library.observer-schedule.text':
    'Распределить наблюдателей по школам и дням, исключив родных и коллег',
  'measure-library.observer-schedule.evidence': 'Утверждённый график наблюдения',
  'measure-library.upload-control.title': 'Контроль загрузки результатов',
  'measure-library.upload-control.text':
    'Следить, чтобы школы вовремя и без ошибок загрузили формы с результатами, и помогать отстающим',
  'measure-library.upload-control.evidence': 'Справка о сроках загрузки',
  'measure-library.no-sanctions.title': 'Никаких взысканий за результаты ВПР',
  'measure-library.no-sanctions.text':
    'Закрепить, что по итогам ВПР ни учителей, ни руководителей не наказывают и не сравнивают между собой',
  'measure-library.no-sanctions.evidence': 'Приказ или письмо школам',
  'measure-library.information.title': 'Разъяснительная работа',
  'measure-library.information.text':
    'Рассказать учителям, ученикам и родителям, зачем нужны проверочные работы и как читать их результаты',
  'measure-library.information.evidence': 'Ссылки на публикации',
  'measure-library.positive-attitude.title': 'Отношение к честной оценке',
  'measure-library.positive-attitude.text':
    'Провести встречи, мастерские и круглые столы о том, что школе даёт честная оценка',
  'measure-library.positive-attitude.evidence': 'Справка о встречах с числом участников',
  'measure-library.vpr-for-parents.title': 'ВПР для родителей',
  'measure-library.vpr-for-parents.text': 'Дать родителям самим написать работу в формате ВПР и обсудить её',
  'measure-library.vpr-for-parents.evidence': 'Ссылка на рассказ об акции',
  'measure-library.heads-meeting.title': 'Совещание с руководителями школ',
  'measure-library.heads-meeting.text':
    'Обсудить с руководителями школ, что показал прошлый год и как подготовиться к работам этого года',
  'measure-library.heads-meeting.evidence': 'Протокол совещания',
  'measure-library.methodical-meeting.title': 'Заседание методического объединения',
  'measure-library.methodical-meeting.text':
    'Договориться в методических объединениях, как единообразно оценивать задания с развёрнутым ответом',
  'measure-library.methodical-meeting.evidence': 'Протокол заседания',
  'measure-library.deficits-monitoring.title': 'Изучение затруднений учителей',
  'measure-library.deficits-monitoring.text':
    'Узнать, с чем учителям труднее всего справляться, и учесть это при выборе курсов',
  'measure-library.deficits-monitoring.evidence': 'Справка о затруднениях, без имён',
  'measure-library.teacher-help.title': 'Помощь учителям',
  'measure-library.teacher-help.text':
    'Оказать учителям школы с признаками помощь в оценивании: консультации, разбор работ',
  'measure-library.teacher-help.evidence': 'Справка о проведённых консультациях',
  'measure-library.subject-workshops.title': 'Предметные мастер-классы',
  'measure-library.subject-workshops.text':
    'Показать на мастер-классах, как учить темам, которые хуже всего освоены',
  'measure-library.subject-workshops.evidence': 'Программа и список участников',
  'measure-library.practices-bank.title': 'Банк лучших практик',
  'measure-library.practices-bank.text':
    'Собрать приёмы школ, у которых честная оценка стала привычной, и поделиться ими',
  'measure-library.practices-bank.evidence': 'Ссылка на банк практик',
  'measure-library.departmental-control.title': 'Ведомственный контроль использования результатов',
  'measure-library.departmental-control.text':
    'Проверить, как школы используют результаты внешних работ и сопоставляют их со своими отметками',
  'measure-library.departmental-control.evidence': 'Справка о контроле',
  'measure-library.management-decisions.title': 'Управленческие решения',
  'measure-library.management-decisions.text':
    'Решить по итогам года, что изменить в организации работ, кто и к какому сроку это сделает',
  'measure-library.management-decisions.evidence': 'Приказ по итогам года',
  'measure-library.medal-control.title': 'Контроль награждения медалями',
  'measure-library.medal-control.text':
    'Сопоставить отметки претендентов на медаль с их результатами экзаменов и разобрать расхождения',
  'measure-library.medal-control.evidence': 'Справка о претендентах без имён',
  'measure-library.exam-point-training.title': 'Тренировки пунктов экзаменов',
  'measure-library.exam-point-training.text':
    'Провести с работниками пунктов не меньше двух тренировочных экзаменов и разобрать сбои',
  'measure-library.exam-point-training.evidence': 'Протоколы тренировок',
  'measure-library.computer-exam-readiness.title': 'Готовность к компьютерному экзамену',
  'measure-library.computer-exam-readiness.text':
    'Проверить компьютеры, сеть и программы в пунктах, где информатику сдают на компьютере',
  'measure-library.computer-exam-readiness.evidence': 'Акты готовности пунктов',
  'measure-library.results-analysis.title': 'Анализ результатов',
  'measure-library.results-analysis.text':
    'Разобрать результаты ВПР, ОГЭ и ЕГЭ по школам и темам, назвать сильные стороны и пробелы',
  'measure-library.results-analysis.evidence': 'Аналитическая справка',
  'measure-library.results-note.title': 'Справка о результатах',
  'measure-library.results-note.text': 'Составить справку о результатах процедур года и направить её школам',
  'measure-library.results-note.evidence': 'Справка с номером и датой',
  'measure-library.objectivity-note.title': 'Справка об объективности',
  'measure-library.objectivity-note.text':
    'Описать, что сделано для честного проведения работ, что заметили наблюдатели и что показала перепроверка',
  'measure-library.objectivity-note.evidence': 'Справка с номером и датой',
  'measure-library.objectivity-monitoring.title': 'Мониторинг объективности',
  'measure-library.objectivity-monitoring.text':
    'Собрать показатели объективности по всем школам и проверить документы',
  'measure-library.objectivity-monitoring.evidence': 'Сводная таблица показателей',
  'measure-library.monitoring-analysis.title': 'Анализ мониторинга',
  'measure-library.monitoring-analysis.text':
    'Сравнить показатели объективности с прошлым годом и назвать, какие меры помогли, а какие нет',
  'measure-library.monitoring-analysis.evidence': 'Аналитическая справка',

  'measure-library.analysis-recommendations.title': 'Рекомендации по итогам анализа',
  'measure-library.analysis-recommendations.text':
    'Написать каждой школе по итогам анализа, на что ей обратить внимание в новом году',
  'measure-library.analysis-recommendations.evidence': 'Рекомендации школам',

  'measure-library.mark-review.title': 'Сверка отметок',
  'measure-library.mark-review.text':
    'Сравнить отметки в журнале с отметками за внешние работы и обсудить расхождения с учителями',
  'measure-library.mark-review.evidence': 'Справка о сверке, без имён',
  'measure-library.school-plan.title': 'План школы',
  'measure-library.school-plan.text': 'Принять план школы по повышению объективности оценки',
  'measure-library.school-plan.evidence': 'Приказ с планом',
  'measure-library.procedure-orders.title': 'Приказы о проведении',
  'measure-library.procedure-orders.text':
    'Издать приказы о каждой процедуре: когда она проходит, кто отвечает и каков порядок',
  'measure-library.procedure-orders.evidence': 'Номера и даты приказов',
  'measure-library.objectivity-order.title': 'Приказ об объективности',
  'measure-library.objectivity-order.text':
    'Издать приказ о том, как школа обеспечивает объективность оценки',
  'measure-library.objectivity-order.evidence': 'Номер и дата приказа',
  'measure-library.study-guidance.title': 'Изучение порядка и критериев',
  'measure-library.study-guidance.text':
    'Разобрать с организаторами и проверяющими порядок работ и критерии оценивания',
  'measure-library.study-guidance.evidence': 'Протокол с подписями ознакомленных',
  'measure-library.conduct.title': 'Проведение по порядку',
  'measure-library.conduct.text':
    'Провести работы точно по порядку: рассадка, организаторы не из числа учителей предмета, время',
  'measure-library.conduct.evidence': 'Приказ об организаторах и аудиториях',
  'measure-library.conflict-of-interest.title': 'Без конфликта интересов',
  'measure-library.conflict-of-interest.text':
    'Исключить, чтобы организатор или проверяющий был заинтересован в результате класса',
  'measure-library.conflict-of-interest.evidence': 'Приказ о распределении организаторов и проверяющих',
  'measure-library.video.title': 'Видеонаблюдение',
  'measure-library.video.text':
    'Вести видеозапись в аудиториях во время работ и там, где их проверяют; хранить записи',
  'measure-library.video.evidence': 'Справка о записях и сроке их хранения',
  'measure-library.materials-safety.title': 'Сохранность материалов',
  'measure-library.materials-safety.text':
    'Хранить задания и коды так, чтобы до начала работы их никто не видел, и записать, у кого они были',
  'measure-library.materials-safety.evidence': 'Приказ об ответственных за материалы',
  'measure-library.no-coaching.title': 'Без натаскивания',
  'measure-library.no-coaching.text':
    'Отказаться от натаскивания на задания работ: учить предмету по программе, а не образцам заданий',
  'measure-library.no-coaching.evidence': 'Приказ или решение педсовета',
  'measure-library.private-results.title': 'Результаты — лично каждому',
  'measure-library.private-results.text':
    'Сообщать результат только самому ученику и его родителям, не обсуждать его при всех',
  'measure-library.private-results.evidence': 'Справка о том, как сообщены результаты',
  'measure-library.parents-meetings.title': 'Родительские собрания',
  'measure-library.parents-meetings.text':
    'Объяснить на родительских собраниях, как проходят работы и на что влияет их результат',
  'measure-library.parents-meetings.evidence': 'Протоколы собраний',
  'measure-library.pupils-meetings.title': 'Классные часы',
  'measure-library.pupils-meetings.text':
    'Поговорить с учениками на классных часах о том, зачем писать работу самому',
  'measure-library.pupils-meetings.evidence': 'План и темы классных часов',
  'measure-library.pedagogical-council.title': 'Педагогический совет',
  'measure-library.pedagogical-council.text':
    'Обсудить на педагогическом совете результаты работ, их причины и что школа изменит',
  'measure-library.pedagogical-council.evidence': 'Протокол педсовета',
  'measure-library.risk-seminar.title': 'Семинар о рисках',
  'measure-library.risk-seminar.text':
    'Разобрать с учителями, на каких шагах оценка может исказиться и как этого избежать',
  'measure-library.risk-seminar.evidence': 'Программа и список участников',
  'measure-library.mutual-visits.title': 'Взаимные посещения уроков',
  'measure-library.mutual-visits.text':
    'Посещать уроки друг друга и обсуждать, как учитель оценивает и объясняет отметку',
  'measure-library.mutual-visits.evidence': 'Листы посещений',
  'measure-library.weighted-marking.title': 'Взвешенное оценивание',
  'measure-library.weighted-marking.text':
    'Ввести общие критерии отметок и вес каждого вида работ, принять их локальным актом',
  'measure-library.weighted-marking.evidence': 'Приказ об утверждении положения',
  'measure-library.in-school-control.title': 'Внутришкольный контроль',
  'measure-library.in-school-control.text':
    'Включить в контроль школы то, как учителя оценивают и используют результаты работ',
  'measure-library.in-school-control.evidence': 'Справка по итогам контроля',
  'measure-library.revised-programmes.title': 'Изменение рабочих программ',
  'measure-library.revised-programmes.text':
    'Внести в рабочие программы часы на темы, которые по результатам работ освоены слабее',
  'measure-library.revised-programmes.evidence': 'Приказ об изменениях в программах',
  'measure-library.individual-routes.title': 'Индивидуальные маршруты',
  'measure-library.individual-routes.text':
    'Составить ученикам, которым нужна помощь, индивидуальные маршруты и обсудить с родителями',
  'measure-library.individual-routes.evidence': 'Образец маршрута и число учеников, без имён',
  'measure-library.gap-help.title': 'Ликвидация пробелов',
  'measure-library.gap-help.text':
    'Найти по диагностическим работам пробелы и провести занятия для тех, кому они нужны',
  'measure-library.gap-help.evidence': 'Справка о занятиях',
  'measure-library.open-assessment.title': 'Открытость оценивания',
  'measure-library.open-assessment.text':
    'Показать на сайте школы критерии отметок, образцы работ и график оценивания',
  'measure-library.open-assessment.evidence': 'Ссылка на страницу сайта',
  'measure-library.stimulus.title': 'Положение о стимулировании',
  'measure-library.stimulus.text':
    'Изменить положение о стимулировании: поощрять за честную оценку и работу с результатами, а не за высокий балл',
  'measure-library.stimulus.evidence': 'Приказ об изменении положения',
}

export default texts
