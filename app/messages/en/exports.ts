import type { Catalogue } from '../format.ts'

/** Words of the first sheet that every exported list has. */
const texts: Catalogue = {
  'export.parameters': 'Parameters',
  'export.parameter': 'Parameter',
  'export.value': 'Value',
  'export.what': 'List',
  'export.day': 'Day',
  'export.territory': 'Territory',
  'export.rows-chosen': 'Rows chosen',
  'export.rows-written': 'Rows written',
}

export default texts
