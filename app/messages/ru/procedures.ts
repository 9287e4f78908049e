import type { Catalogue } from '../format.ts'

/** Campaigns, assessments, dates of units, papers. */
const texts: Catalogue = {
  'problem.campaign-title-taken': 'Кампания «{title}» уже есть.',
  'problem.campaign-title-taken.advice': 'Назовите эту иначе, например с годом или сезоном.',
  'problem.campaign-ends-before': 'Окончание раньше начала.',
  'problem.campaign-ends-before.advice': 'Исправьте одну из двух дат.',
  'problem.campaign-due-before': 'Срок сдачи результатов раньше начала кампании.',
  'problem.campaign-due-before.advice': 'Укажите более поздний день или оставьте срок пустым.',
  'problem.campaign-procedure-stands': 'В кампании уже есть работы, процедуру сменить нельзя.',
  'problem.campaign-procedure-stands.advice':
    'По процедуре находятся результаты. Создайте другую кампанию или верните прежнюю процедуру.',
  'problem.campaign-closed': 'Кампания «{title}» завершена.',
  'problem.campaign-closed.advice': 'Чтобы что-то изменить, откройте её снова.',
  'problem.campaign-not-closed': 'Кампания «{title}» и так открыта.',
  'problem.campaign-not-closed.advice': 'Обновите страницу.',
  'problem.assessment-elsewhere':
    'Работа «{subject}, {grade} класс, {year}» уже входит в кампанию «{campaign}».',
  'problem.assessment-elsewhere.advice':
    'Одна работа бывает только в одной кампании, иначе её результаты посчитались бы дважды. Снимите её там или не добавляйте здесь.',
  'problem.assessment-withdrawn': 'Работа уже снята.',
  'problem.assessment-withdrawn.advice': 'Обновите страницу.',
  'problem.assessment-not-withdrawn': 'Работа не снята.',
  'problem.assessment-not-withdrawn.advice': 'Обновите страницу.',
  'problem.terms-end-before':
    'Последний день написания ({to, date, long}) раньше первого ({from, date, long}).',
  'problem.terms-end-before.advice':
    'Исправьте одну из двух дат. Пустая дата берётся уровнем выше: у муниципалитета, работы, кампании.',
  'problem.terms-due-before':
    'Срок сдачи результатов ({due, date, long}) раньше, чем работу начнут писать ({from, date, long}).',
  'problem.terms-due-before.advice': 'Укажите более поздний срок.',
  'problem.terms-of-kind': 'Свои сроки бывают у муниципалитета и у школы.',
  'problem.terms-of-kind.advice': 'Выберите муниципалитет или школу.',
  'problem.reason-needed': 'Не указана причина.',
  'problem.reason-needed.advice': 'Напишите её: она видна всем, кого касается.',
  'problem.paper-sum': 'Баллы заданий в сумме дают {sum}, а максимум работы — {max}.',
  'problem.paper-sum.advice': 'Исправьте максимум работы или баллы заданий.',
  'problem.paper-index-twice': 'Номер столбца {index} указан у двух заданий.',
  'problem.paper-index-twice.advice': 'У каждого задания свой столбец «балл за N».',
  'problem.specification-source-missing': 'Не указан источник.',
  'problem.specification-source-missing.advice':
    'Назовите документ, по которому описана работа: название, дату, страницу.',

  'specification.file': 'Спецификации',
  'specification.points': '{count, plural, one {# балл} few {# балла} many {# баллов} other {# балла}}',
  'specification.level': '{level, select, Б {базовый} П {повышенный} В {высокий} other {{level}}}',
  'specification.change.maximum': 'Максимальный первичный балл',
  'specification.change.mark': 'Отметка «{of}»',
  'specification.change.task-added': 'Добавлено задание {of}',
  'specification.change.task-removed': 'Убрано задание {of}',
  'specification.change.task-task': 'Задание {of}: номер',
  'specification.change.task-max': 'Задание {of}: максимум',
  'specification.change.task-level': 'Задание {of}: уровень',
  'specification.change.source': 'Источник',

  'audit.action.campaign.created': 'Создана кампания',
  'audit.action.campaign.edited': 'Исправлена кампания',
  'audit.action.campaign.closed': 'Завершена кампания',
  'audit.action.campaign.reopened': 'Кампания открыта снова',
  'audit.action.assessment.added': 'Добавлены работы кампании',
  'audit.action.assessment.edited': 'Изменены сроки работы',
  'audit.action.assessment.withdrawn': 'Работа снята',
  'audit.action.assessment.restored': 'Работа возвращена в кампанию',
  'audit.action.assessment.terms-set': 'Заданы сроки территории',
  'audit.action.assessment.absent': 'Отмечено: не участвует',
  'audit.action.specification.revised': 'Новая редакция спецификации',
}

export default texts
