import type { Catalogue } from '../format.ts'

/** Material about one school, by codes of participants (`screen --case`). */
const texts: Catalogue = {
  'output.sheet.case-about': 'О деле',
  'output.sheet.case-pupils': 'Ученики',
  'output.sheet.case-pairs': 'Похожие пары',
  'output.column.code': 'Код участника',
  'output.column.total': 'Балл',
  'output.column.journal': 'Отметка по журналу',
  'output.column.ability': 'Подготовка (θ)',
  'output.column.guttman': 'Нарушения порядка (G норм.)',
  'output.column.guttman-share': 'Доля таких работ региона с тем же баллом (G)',
  'output.column.u3': 'U3',
  'output.column.u3-share': 'Доля таких работ региона с тем же баллом (U3)',
  'output.column.lz': 'lz* с поправкой',
  'output.column.lz-p': 'p (lz*)',
  'output.column.first': 'Первый участник',
  'output.column.second': 'Второй участник',
  'output.column.common-tasks': 'Общих заданий',
  'output.column.matches': 'Совпало баллов',
  'output.column.expected': 'Ожидалось',
  'output.column.omega': 'Омега',
  'output.column.gbt': 'p (GBT)',
  'output.column.m4': 'p (M4)',
  'output.column.pairs-compared': 'Пар в классе',
  'output.column.by-chance': 'Таких пар случайно',

  'case.fact.school': 'Школа',
  'case.fact.by': 'Кто запросил',
  'case.fact.when': 'Когда (всемирное время)',
  'case.fact.data': 'Контрольная сумма данных (SHA-256)',
  'case.fact.material': 'Что это',
  'case.fact.private': 'Кому можно показать',
  'case.fact.guttman': 'Нарушения порядка (G норм.)',
  'case.fact.u3': 'U3',
  'case.fact.lz': 'lz* с поправкой',
  'case.fact.share': 'Доля таких работ региона',
  'case.fact.pairs': 'Похожие пары',
  'case.fact.chance': 'Таких пар случайно',
  'case.fact.unmeasured': 'Не измерено: нет заданий или модели',
  'case.how.material':
    'Материал для разговора о школе, а не признак: здесь никто не отмечен. На настоящих данных показатели отдельных работ почти не отличают списавших от остальных; решает перепроверка самих работ.',
  'case.how.private':
    'Только самой школе и аналитику региона. Ученики названы кодами; результаты отдельных участников публично не обсуждаются и мер против учеников не влекут.',
  'case.how.guttman':
    'Сколько раз решено трудное, а лёгкое нет, из возможного при таком балле: 0 — порядок безупречен, 1 — перевёрнут. Пусто, если решено всё или ничего.',
  'case.how.u3': 'То же с учётом того, насколько одно задание труднее другого: от 0 до 1.',
  'case.how.lz':
    'Насколько ответы правдоподобны для ученика такой подготовки, с поправкой на то, что подготовка оценена по этой же работе, и на асимметрию. Сильно ниже нуля — ответы необычны; p — как часто бывает ещё ниже.',
  'case.how.share':
    'Какая доля работ региона с тем же баллом имеет такое же или большее значение. Пусто, если таких работ меньше 20.',
  'case.how.pairs':
    'Пары одного класса, в которых баллы по заданиям совпали намного чаще, чем объясняет подготовка двух учеников (омега от 3,09). Общий учитель тоже делает работы похожими.',
  'case.how.chance':
    'Сколько пар класса перешли бы эту границу, если бы ученики решали независимо (одна на тысячу). В честных классах их бывает несколько больше.',
  'case.written': 'материал о школе {school}: коды участников, только для школы и аналитика региона',
  'problem.case-school-unknown': 'Школы «{school}» нет среди прочитанных результатов.',
  'problem.case-school-unknown.advice':
    'Назовите логин так, как он записан в протоколах, или его шесть цифр: --case 990001.',
  'problem.case-no-tasks': 'У школы {school} нет работ с баллами за задания: показать об учениках нечего.',
  'problem.case-no-tasks.advice': 'Укажите протоколы, в которых есть баллы за каждое задание.',
}

export default texts
