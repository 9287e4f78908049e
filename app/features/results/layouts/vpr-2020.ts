import { fold } from '../fold.ts'
import type { Layout } from './layout.ts'

const TASK = new RegExp(`^${fold('a')}-(\\d+)-${fold('grade')}$`)
const VARIANT = new RegExp(`^${fold('var')}-\\d+$`)

/** Region-wide protocol of 2020; the paper may be in two parts (`var-1`, `var-2`), `a-N-grade` has gaps in N. */
export const vpr2020: Layout = {
  id: 'vpr2020',
  signature: 'groups · user · code · otc · klass · var-1 · sum · a-1-grade …',
  recognise(header) {
    const school = header.find('user')
    const total = header.find('sum')
    const tasks = header.matches(TASK)
    if (school === null || total === null || tasks.length === 0) return null
    return {
      layout: 'vpr2020',
      school,
      region: header.find('groups'),
      code: header.find('code'),
      class: header.find('klass'),
      variants: header.matches(VARIANT).map(({ column }) => column),
      total,
      mark: null,
      journal: header.find('otc'),
      date: null,
      tasks: tasks.map(({ column, match }) => ({
        column,
        name: match[1],
        index: Number(match[1]),
        max: null,
      })),
    }
  },
}
