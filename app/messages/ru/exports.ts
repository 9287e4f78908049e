import type { Catalogue } from '../format.ts'

/** Words of the first sheet that every exported list has. */
const texts: Catalogue = {
  'export.parameters': 'Параметры',
  'export.parameter': 'Параметр',
  'export.value': 'Значение',
  'export.what': 'Список',
  'export.day': 'День',
  'export.territory': 'Территория',
  'export.rows-chosen': 'Строк выбрано',
  'export.rows-written': 'Строк записано',
}

export default texts
