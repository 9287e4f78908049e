import type { Catalogue } from '../format.ts'

/** Words of the first sheet that every exported list has. */
const texts: Catalogue = {
  'export.parameters': 'Параметры',
  'export.parameter': 'Параметр',
  'export.value': 'Значение',
  'export.what': 'Список',
  'export.day': 'День',
  'export.territory': 'Территория',
  'export.campaign': 'Кампания',
  'export.state': 'Состояние',
  'export.every': 'все',
  'export.rows-chosen': 'Строк выбрано',
  'export.rows-written': 'Строк записано',
  'problem.export-too-long':
    'Под эти условия подходит {count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}, а в одну таблицу помещается {limit, number}.',
  'problem.export-too-long.advice': 'Сузьте список: выберите состояние, территорию или кампанию.',
}

export default texts
