import type { Layout } from './layout.ts'
import { taskHeaders } from './task-header.ts'

/** «Форма сбора результатов» that a school uploads (2026): no school in it, class as a number. */
export const schoolForm: Layout = {
  id: 'schoolForm',
  signature: 'Код участника · Вариант · 1 (5б) … · Порядковый номер класса · Итого баллов',
  recognise(header) {
    const code = header.find('код участника')
    const total = header.find('итого баллов')
    const tasks = taskHeaders(header)
    if (code === null || total === null || tasks.length === 0 || header.findStart('школа') !== null)
      return null
    const variant = header.find('вариант')
    return {
      layout: 'schoolForm',
      school: null,
      region: null,
      code,
      class: header.find('порядковый номер класса'),
      variants: variant === null ? [] : [variant],
      total,
      mark: null,
      journal: header.findStart('отметка за предыдущ'),
      date: null,
      tasks,
    }
  },
}
