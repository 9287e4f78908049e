import type { Answer } from '../../../web/client/contract-types.ts'
import { say } from '../../../web/messages/say.ts'
import style from './tasks-table.module.css'

type Task = NonNullable<Answer<'GET /api/specifications/:id'>['content']['tasks']>[number]

/** The tasks of a paper: four narrow columns, which a phone shows as they are. */
export function TasksTable({ tasks }: { tasks: readonly Task[] }) {
  return (
    <table className={style.tasks} aria-label={say('specification.tasks')}>
      <thead>
        <tr>
          <th scope="col">{say('specification.task')}</th>
          <th scope="col">{say('specification.level')}</th>
          <th scope="col" data-numeric="true">
            {say('specification.points')}
          </th>
          <th scope="col" data-numeric="true">
            {say('specification.index')}
          </th>
        </tr>
      </thead>
      <tbody>
        {tasks.map(({ index, task, level, max }) => (
          <tr key={index}>
            <th scope="row">{task}</th>
            <td>{say(`specification.level.${level ?? 'none'}`)}</td>
            <td data-numeric="true">{max}</td>
            <td data-numeric="true">{index}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
