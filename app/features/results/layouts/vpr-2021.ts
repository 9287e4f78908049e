import { fold } from '../fold.ts'
import type { Layout } from './layout.ts'

const TASK = new RegExp(`^${fold('балл за')} (\\d+)$`)

/** Region-wide protocol of 2021; «балл за N» counts scored parts, not the tasks of the paper. */
export const vpr2021: Layout = {
  id: 'vpr2021',
  signature: 'логин школы · регион · код обучающегося · класс · вариант · всего баллов · балл за 1 …',
  recognise(header) {
    const school = header.find('логин школы')
    const total = header.find('всего баллов')
    const tasks = header.matches(TASK)
    if (school === null || total === null || tasks.length === 0) return null
    return {
      layout: 'vpr2021',
      school,
      region: header.find('регион'),
      code: header.find('код обучающегося'),
      class: header.find('класс'),
      variants: header.matches(new RegExp(`^${fold('вариант')}( \\d+)?$`)).map(({ column }) => column),
      total,
      mark: null,
      journal: header.findStart('отметка за предыдущ'),
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
