import type { Layout } from './layout.ts'
import { taskHeaders } from './task-header.ts'

/** Region-wide protocol of 2022: sheet «Протокол», tasks with their maxima in the header, school as «edu… | name». */
export const vpr2022: Layout = {
  id: 'vpr2022',
  signature: 'Код региона · Муниципалитет · Школа · Дата загрузки · Код · Вариант · 1 (1б) … · Итого баллов',
  recognise(header) {
    const school = header.findStart('школа')
    const total = header.find('итого баллов')
    const tasks = taskHeaders(header)
    if (school === null || total === null || tasks.length === 0) return null
    const variant = header.find('вариант')
    return {
      layout: 'vpr2022',
      school,
      region: header.findStart('код региона'),
      code: header.find('код', 'код участника'),
      class: header.find('наименование класса', 'класс'),
      variants: variant === null ? [] : [variant],
      total,
      mark: null,
      journal: header.findStart('отметка за предыдущ'),
      date: header.find('дата загрузки'),
      tasks,
    }
  },
}
