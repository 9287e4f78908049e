import type { Request } from '../../../web/client/contract-types.ts'
import type { FieldErrors } from '../../../web/components/form.tsx'
import { say } from '../../../web/messages/say.ts'

export type Content = Omit<Request<'PUT /api/specifications/:id'>['body'], 'base' | 'reason'>

export const MARKS = ['2', '3', '4', '5'] as const

/** A task as typed; `key` tells rows apart while they are edited. */
export interface TaskValues {
  readonly key: number
  readonly index: string
  readonly task: string
  readonly level: '' | 'Б' | 'П' | 'В'
  readonly max: string
}

/** What stands in the fields of a paper, as typed. */
export interface SpecificationValues {
  maxPrimary: string
  hasScale: boolean
  bands: Readonly<Record<(typeof MARKS)[number], readonly [string, string]>>
  hasTasks: boolean
  tasks: readonly TaskValues[]
  source: string
  reason: string
}

export const EMPTY: SpecificationValues = {
  maxPrimary: '',
  hasScale: true,
  bands: { '2': ['0', ''], '3': ['', ''], '4': ['', ''], '5': ['', ''] },
  hasTasks: true,
  tasks: [{ key: 1, index: '1', task: '1', level: 'Б', max: '1' }],
  source: '',
  reason: '',
}

export function valuesOf(content: Content): SpecificationValues {
  const { maxPrimary, bands, tasks, source } = content
  const text = ([from, to]: [number, number]): readonly [string, string] => [String(from), String(to)]
  return {
    maxPrimary: String(maxPrimary),
    hasScale: bands !== null,
    bands: bands
      ? { '2': text(bands['2']), '3': text(bands['3']), '4': text(bands['4']), '5': text(bands['5']) }
      : EMPTY.bands,
    hasTasks: tasks !== null,
    tasks: tasks
      ? tasks.map((task, at) => ({
          key: at + 1,
          index: String(task.index),
          task: task.task,
          level: task.level ?? '',
          max: String(task.max),
        }))
      : EMPTY.tasks,
    source,
    // Each revision has a reason of its own.
    reason: '',
  }
}

export function contentOf(values: SpecificationValues): Content {
  const { maxPrimary, hasScale, bands, hasTasks, tasks, source } = values
  const numbers = ([from, to]: readonly [string, string]): [number, number] => [Number(from), Number(to)]
  return {
    maxPrimary: Number(maxPrimary),
    bands: hasScale
      ? {
          '2': numbers(bands['2']),
          '3': numbers(bands['3']),
          '4': numbers(bands['4']),
          '5': numbers(bands['5']),
        }
      : null,
    tasks: hasTasks
      ? tasks.map(({ index, task, level, max }) => ({
          index: Number(index),
          task: task.trim(),
          level: level || null,
          max: Number(max),
        }))
      : null,
    source: source.trim(),
  }
}

/** What is wrong before anything is sent; whether the scale holds together, the server says. */
export function checkValues(values: SpecificationValues): FieldErrors<SpecificationValues> {
  const { maxPrimary, hasScale, bands, hasTasks, tasks, source } = values
  const bandsWrong = hasScale && MARKS.some(mark => !bands[mark].every(isWhole))
  const tasksWrong =
    hasTasks &&
    (tasks.length === 0 || tasks.some(one => !isWhole(one.index) || !isWhole(one.max) || !one.task.trim()))
  return {
    ...(isWhole(maxPrimary) && Number(maxPrimary) > 0
      ? {}
      : { maxPrimary: say('specification.number-missing') }),
    ...(bandsWrong ? { bands: say('specification.bands-missing') } : {}),
    ...(tasksWrong ? { tasks: say('specification.tasks-missing') } : {}),
    ...(source.trim() ? {} : { source: say('specification.source-missing') }),
  }
}

function isWhole(text: string): boolean {
  return /^\d{1,3}$/.test(text.trim())
}
