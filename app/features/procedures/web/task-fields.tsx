import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { Form } from '../../../web/components/form.tsx'
import { Icon } from '../../../web/components/icon.tsx'
import { say } from '../../../web/messages/say.ts'
import style from './specification-form.module.css'
import type { SpecificationValues, TaskValues } from './specification-values.ts'

const LEVELS = ['Б', 'П', 'В'] as const

/** The tasks of a paper as rows that can be typed over, added and taken away. */
export function TaskFields({ form }: { form: Form<SpecificationValues> }) {
  const { tasks } = form.values
  const set = (key: number, change: Partial<TaskValues>) =>
    form.set(
      'tasks',
      tasks.map(one => (one.key === key ? { ...one, ...change } : one)),
    )
  const add = () => {
    const next = String(Math.max(0, ...tasks.map(one => Number(one.index) || 0)) + 1)
    const key = Math.max(0, ...tasks.map(one => one.key)) + 1
    form.set('tasks', [...tasks, { key, index: next, task: next, level: 'Б', max: '1' }])
  }
  const sum = tasks.reduce((total, { max }) => total + (Number(max) || 0), 0)
  return (
    <div id={form.idOf('tasks')} tabIndex={-1} className={style.tasks}>
      <div className={`${style.task} ${style.head}`} aria-hidden="true">
        <span>{say('specification.task')}</span>
        <span>{say('specification.points')}</span>
        <span>{say('specification.level')}</span>
        <span>{say('specification.index')}</span>
      </div>
      {tasks.map(one => (
        <div key={one.key} className={style.task}>
          <TextInput
            aria-label={`${say('specification.task')}, ${one.index}`}
            value={one.task}
            onChange={event => set(one.key, { task: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`${say('specification.max')}, ${one.task}`}
            inputMode="numeric"
            value={one.max}
            onChange={event => set(one.key, { max: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label={`${say('specification.level')}, ${one.task}`}
            value={one.level}
            onChange={event => set(one.key, { level: event.currentTarget.value as TaskValues['level'] })}
            data={[
              { value: '', label: say('specification.level.none') },
              ...LEVELS.map(value => ({ value, label: say(`specification.level.${value}`) })),
            ]}
          />
          <TextInput
            aria-label={`${say('specification.index')}, ${one.task}`}
            inputMode="numeric"
            value={one.index}
            onChange={event => set(one.key, { index: event.currentTarget.value })}
          />
          <button
            type="button"
            className={style.remove}
            aria-label={say('specification.remove-task', { task: one.task })}
            onClick={() =>
              form.set(
                'tasks',
                tasks.filter(other => other.key !== one.key),
              )
            }
          >
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
      <div className="row-apart">
        <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={add}>
          {say('specification.add-task')}
        </Button>
        <p className="note" aria-live="polite">
          {say('specification.tasks-sum', { sum })}
        </p>
      </div>
      {form.errors.tasks && <p className={style.error}>{form.errors.tasks}</p>}
    </div>
  )
}
