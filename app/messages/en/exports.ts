import type { Catalogue } from '../format.ts'

/** Words of the first sheet that every exported list has. */
const texts: Catalogue = {
  'export.parameters': 'Parameters',
  'export.parameter': 'Parameter',
  'export.value': 'Value',
  'export.what': 'List',
  'export.day': 'Day',
  'export.territory': 'Territory',
  'export.campaign': 'Campaign',
  'export.state': 'State',
  'export.every': 'all',
  'export.rows-chosen': 'Rows chosen',
  'export.rows-written': 'Rows written',
  'problem.export-too-long':
    '{count, plural, one {# row meets} other {# rows meet}} these conditions; one table holds {limit, number}.',
  'problem.export-too-long.advice': 'Narrow the list down: choose a state, a territory or a campaign.',
}

export default texts
