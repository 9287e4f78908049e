import type { Layout } from './layout.ts'
import { taskHeaders } from './task-header.ts'

/** «Аналитика» of the federal system, report «Индивидуальные результаты» (2024–2026): grouped by school. */
export const individualResults: Layout = {
  id: 'individualResults',
  signature: 'ОО · Муниципалитет · Код участника · Класс · Вариант · 1 (2б) … · Первичный балл · Отметка',
  recognise(header) {
    const school = header.find('оо')
    const code = header.find('код участника')
    const total = header.find('первичный балл')
    const tasks = taskHeaders(header)
    if (school === null || code === null || total === null || tasks.length === 0) return null
    const variant = header.find('вариант')
    return {
      layout: 'individualResults',
      school,
      region: null,
      code,
      class: header.find('класс'),
      variants: variant === null ? [] : [variant],
      total,
      mark: header.find('отметка'),
      journal: header.find('отметка по журналу'),
      date: null,
      tasks,
    }
  },
}
