import type { Catalogue } from '../format.ts'

/** Words of single findings: passports of signals, tables behind pictures. */
const texts: Catalogue = {
  'finding.interval': 'от {lower} до {upper}',
  'finding.deviation': '{z} обычного разброса',
  'finding.reference.high-mean':
    'верхняя граница региона {reference} ({works, plural, one {# работа} few {# работы} many {# работ} other {# работы}}, {schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}})',
  'finding.reference.journal-mismatch':
    'ноль: порядок по журналу и порядок по баллу не связаны ({schools, plural, one {сравнена # школа} few {сравнены # школы} many {сравнено # школ} other {сравнено # школы}})',
  'finding.reference.cohort-rise':
    'обычные пределы по школам региона — от {lower} до {upper} ({schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}})',
  'finding.reference.cohort-fall':
    'обычные пределы по школам региона — от {lower} до {upper} ({schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}})',
  'finding.reference.boundary-bunching':
    'по региону {reference} ({schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}})',
  'finding.reference.task-inversion':
    'по региону {reference} ({schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}})',
  'finding.reference.journal-gap':
    'по региону {reference} ({schools, plural, one {# школа} few {# школы} many {# школ} other {# школы}})',
  'finding.reference.classes':
    'обычный разброс по {groups, plural, one {# классу} few {# классам} many {# классам} other {# класса}} набора: у 95 % добросовестных классов — от −2,0 до 2,0',
  'finding.reference.model':
    'обычный разброс посчитан по модели: классов слишком мало, чтобы узнать его по ним',
  'finding.blind.high-mean':
    'Метод не учитывает обычных различий между школами и не отличает хорошую работу от необъективной проверки.',
  'finding.blind.journal-mismatch':
    'Метод не видит завышения, при котором порядок учеников сохранился; при равных отметках порядок случаен.',
  'finding.blind.cohort-rise':
    'Протоколы не связывают учеников между годами: метод не знает, те же ли это дети.',
  'finding.blind.cohort-fall':
    'Протоколы не связывают учеников между годами: метод не знает, те же ли это дети.',
  'finding.blind.boundary-bunching': 'Метод не видит ничего вдали от границ отметок.',
  'finding.blind.task-inversion': 'Метод не видит вмешательства, которое поднимает все задания поровну.',
  'finding.blind.journal-gap': 'Строгий журнал и лёгкая проверка выглядят одинаково.',

  'channel-check.remark.confirm': 'Перепроверка даёт заметно меньше баллов.',
  'channel-check.remark.refute': 'Перепроверка оставляет работы при своих баллах.',
  'channel-check.ask-teacher.confirm': 'Темы этих заданий перед работой не разбирали.',
  'channel-check.ask-teacher.refute':
    'Из плана уроков видно, что темы этих заданий разбирали незадолго до работы.',
  'channel-check.compare-answers.confirm': 'Развёрнутые ответы или ошибки в работах дословно совпадают.',
  'channel-check.compare-answers.refute': 'Ответы разные, совпадают только баллы.',
  'channel-check.who-marked.confirm':
    'Проверял учитель этого класса, и критерии применены не так, как в ключах.',
  'channel-check.who-marked.refute': 'Работы проверяла комиссия по общим критериям.',
  'channel-check.how-blanks.confirm': 'Пропуски отмечают знаком «X», но в этих работах заполнено почти всё.',
  'channel-check.how-blanks.refute': 'В школе пропуски записывают нулём: канал к ней неприменим.',
  'channel-check.other-subjects.confirm': 'По другим предметам тот же класс пишет обычно или слабее.',
  'channel-check.other-subjects.refute': 'По другим предметам тот же класс пишет так же хорошо.',
  'channel-check.journal.confirm': 'Отметки в журнале подкреплены текущими работами и ниже результата.',
  'channel-check.journal.refute': 'Журнал в школе ведут строже, чем принято, и это видно по другим классам.',
  'channel-check.class-lists.confirm': 'Списки класса за оба года почти совпадают.',
  'channel-check.class-lists.refute': 'Больше трети учеников сменилось.',
  'channel-check.next-year.confirm': 'В следующем году результат вернулся к прежнему.',
  'channel-check.next-year.refute': 'Новый уровень сохранился.',
  'channel-check.exam-next.confirm': 'На экзамене те же ученики показали обычный результат.',
  'channel-check.exam-next.refute': 'Экзамен подтвердил результат.',

  'figure.table.score': 'Балл',
  'figure.table.mark': 'Отметка',
  'figure.table.works': 'Работ',
  'figure.table.share': 'Доля работ',
  'figure.table.own-works': 'Работ здесь',
  'figure.table.own-share': 'Доля здесь',
  'figure.table.region-share': 'Доля по региону',
  'figure.table.task': 'Задание',
  'figure.table.level': 'Уровень',
  'figure.table.points-share': 'Доля набранных баллов',
  'figure.table.difference': 'Разница с регионом',
  'figure.table.from': 'От',
  'figure.table.to': 'До',
  'figure.table.journal-mark': 'Отметка в журнале',
  'figure.table.work-mark': 'Отметка за работу',
  'figure.marks.x': 'отметка за работу',
  'figure.marks.y': 'отметка в журнале',
  'figure.marks.few': 'мало',
  'figure.table.school': 'Школа',
  'figure.table.mean': 'Средний балл',
  'figure.table.from-998': 'Обычно от (99,8 %)',
  'figure.table.to-998': 'до (99,8 %)',
  'figure.table.what': 'Что',
  'figure.table.value': 'Значение',
  'figure.table.own': 'Здесь',
  'figure.table.usual-from': 'Обычные пределы, от',
  'figure.table.usual-to': 'Обычные пределы, до',
  'figure.table.least': 'Наименьшее у остальных',
  'figure.table.median': 'Середина остальных (медиана)',
  'figure.table.most': 'Наибольшее у остальных',
}

export default texts
